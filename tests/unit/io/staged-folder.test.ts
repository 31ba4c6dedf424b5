import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearStaged, openText, writeStaged } from "#pipeline/io/staged-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-staged-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (path: string) => readFileSync(join(folder, path), "utf8");

describe("the folder for intermediate results", () => {
  it("takes a file part by part, and overwrites an older one of the same name", () => {
    writeStaged(folder, { path: "statements/events.csv", parts: ["long ago"] });
    const text = openText(folder, "statements/events.csv");
    const line = "Événement,1\n";
    for (let at = 0; at < 20_000; at += 1) text.write(line);
    text.close();
    expect(textOf("statements/events.csv")).toBe(line.repeat(20_000));
  });

  it("takes a whole file, and one of parts", () => {
    writeStaged(folder, { path: "issues.csv", bytes: new TextEncoder().encode("é\n") });
    writeStaged(folder, { path: "records.ndjson", parts: ["{}", "\n"] });
    expect([textOf("issues.csv"), textOf("records.ndjson")]).toEqual(["é\n", "{}\n"]);
  });

  it("is cleared of what an earlier run left, and keeps the log of runs", async () => {
    writeFileSync(join(folder, "runs.ndjson"), "{}\n");
    for (const path of ["issues.csv", "conflicts.md", "records.ndjson", "statements/events.csv"])
      writeStaged(folder, { path, parts: ["old"] });
    await clearStaged(folder);
    expect(readdirSync(folder)).toEqual(["runs.ndjson"]);
    await clearStaged(join(folder, "nowhere"));
  });
});
