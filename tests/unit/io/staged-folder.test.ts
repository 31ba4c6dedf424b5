import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginResults } from "#pipeline/io/staged-folder.ts";

const held = async () => undefined;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-staged-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (path: string) => readFileSync(join(folder, path), "utf8");

/** Writes these results as one command does. */
async function replaceResults(files: Readonly<Record<string, string>>): Promise<void> {
  const results = beginResults(folder, held);
  for (const [path, text] of Object.entries(files)) results.write({ path, parts: [text] });
  await results.commit("validate");
}

describe("the intermediate results of a command", () => {
  it("take a file part by part, and are there when they are complete", async () => {
    await replaceResults({ "statements/events.csv": "long ago" });
    const results = beginResults(folder, held);
    const text = results.open("statements/events.csv");
    const line = "Événement,1\n";
    for (let at = 0; at < 20_000; at += 1) text.write(line);
    text.close();
    expect(textOf("statements/events.csv")).toBe("long ago");
    await results.commit("validate");
    expect(textOf("statements/events.csv")).toBe(line.repeat(20_000));
  });

  it("leave the earlier ones if the lock was lost", async () => {
    await replaceResults({ "issues.csv": "old" });
    const results = beginResults(folder, () => Promise.reject(new Error("The lock was lost.")));
    results.write({ path: "issues.csv", parts: ["new"] });
    await expect(results.commit("validate")).rejects.toThrow("The lock was lost.");
    await results.discard();
    expect(readdirSync(folder)).toEqual(["issues.csv"]);
    expect(textOf("issues.csv")).toBe("old");
  });

  it("replace all earlier ones, also those that are not made again, but neither the log of runs nor README.md", async () => {
    writeFileSync(join(folder, "runs.ndjson"), "{}\n");
    writeFileSync(join(folder, "README.md"), "# staged/\n");
    await replaceResults({
      "issues.csv": "old",
      "conflicts.md": "old",
      "records.ndjson": "",
      "statements/old.csv": "",
    });
    await replaceResults({ "issues.csv": "old", "statements/events.csv": "new" });
    expect(readdirSync(folder).sort()).toEqual(["README.md", "issues.csv", "runs.ndjson", "statements"]);
    expect(readdirSync(join(folder, "statements"))).toEqual(["events.csv"]);
  });

  it("leave the earlier ones where they are given up, even with a file still open", async () => {
    await replaceResults({ "issues.csv": "old" });
    const results = beginResults(folder, held);
    results.write({ path: "issues.csv", parts: ["new"] });
    results.open("records.ndjson").write("{}");
    await results.discard();
    expect(readdirSync(folder)).toEqual(["issues.csv"]);
    expect(textOf("issues.csv")).toBe("old");
  });

  it("need no folder before the first file", async () => {
    const results = beginResults(join(folder, "nowhere"), held);
    await results.discard();
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});
