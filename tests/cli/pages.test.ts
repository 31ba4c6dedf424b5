import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type AnsweringServer, startServer } from "#tests/builders/answering-server.ts";
import { someSentences } from "#tests/builders/intake.ts";
import { makePdf, setLines, wrapWords } from "#tests/builders/pdf.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const LINES = wrapWords(someSentences(3, 6), 80);
/** Where the third page begins: within the third sentence of the paragraph. */
const TURN = 4;

/** A title page, and a paragraph of six sentences on the two pages after it. */
const aPdf = (title: string) =>
  makePdf(
    [[title], LINES.slice(0, TURN), LINES.slice(TURN)].map((lines) => ({
      texts: setLines(lines, { x: 60, y: 100 }),
    })),
  );

let folder: string;
let server: AnsweringServer;
let pdf = aPdf("An invented report");
beforeEach(async () => {
  pdf = aPdf("An invented report");
  server = await startServer({
    "/report.pdf": (response) => {
      response.writeHead(200, { "content-type": "application/pdf" }).end(pdf);
    },
  });
  folder = mkdtempSync(join(tmpdir(), "jnim-pages-"));
  const original = {
    sha256: "",
    original_sha256: sha256Hex(pdf),
    original_media_type: "application/pdf",
    original_n_pages: 3,
  };
  const { coded, indexes, outlines } = aRawInput({
    sources: [aSource("source-a", { ...original, url: `${server.origin}/report.pdf` })],
    events: [aCodedRow("events", { record_id: "evt-1", evidence: "p1s1-p1s6", date: null, date_text: null })],
    actors: [aCodedRow("actors", { actor_id: "jnim" })],
    places: [],
  });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  rmSync(join(folder, "raw/documents/source-a.index.csv"));
  writeFileSync(join(folder, "report.pdf"), pdf);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

/** Not `spawnSync`: the server is in this process. */
function pipeline(...words: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const child = spawn(process.execPath, ["pipeline/start.mjs", ...words, "--raw", join(folder, "raw")], { env });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return new Promise((done) => child.on("close", (status) => done({ status, ...output })));
}

const inRaw = (path: string) => join(folder, "raw", path);
const rowsOf = (path: string) =>
  z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path, "utf8"), { columns: true }));
const pagesIn = (path: string) => rowsOf(path).map(({ locator, page }) => `${locator} ${page}`);
const add = (...words: readonly string[]) =>
  pipeline("documents", "add", join(folder, "report.pdf"), "--id", "source-a", ...words);

const PAGES = ["p1s1 2", "p1s2 2", "p1s3 2", "p1s4 3", "p1s5 3", "p1s6 3"];

describe("the pages of a PDF", () => {
  it("go from the document into its index, a release and what is shown of it", async () => {
    expect((await add("--pages", "2-3")).status).toBe(0);
    expect(pagesIn(inRaw("documents/source-a.index.csv"))).toEqual(PAGES);
    expect((await pipeline("documents", "verify")).status).toBe(0);
    const dist = join(folder, "dist");
    const folders = ["--dist", dist, "--staged", join(folder, "staged")];
    const { status, stderr } = await pipeline("run", "--date", "2026-11-02", ...folders);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(pagesIn(join(dist, "latest/data/evidence.csv"))).toEqual(PAGES);
    expect((await pipeline("explain", "events", "evt-1", "--dist", dist)).stdout).toContain("p1s4    [page 3] The");
    expect((await pipeline("documents", "show", "source-a")).stdout).toContain("page 3, cited: events/evt-1");
  });

  it("stay in the index when the text is edited and relocated, with and without the record of the intake", async () => {
    await add("--pages", "2-3");
    const text = inRaw("documents/source-a.txt");
    writeFileSync(text, `A new line.\n${readFileSync(text, "utf8")}`);
    expect((await pipeline("documents", "verify", "--relocate")).status).toBe(0);
    const moved = ["p1s1 ", ...PAGES.map((line) => line.replace("p1", "p2"))];
    expect(pagesIn(inRaw("documents/source-a.index.csv"))).toEqual(moved);
    rmSync(inRaw("documents/source-a.intake.json"));
    writeFileSync(text, readFileSync(text, "utf8").replace("A new line.\n", ""));
    expect((await pipeline("documents", "verify", "--relocate")).status).toBe(0);
    expect(pagesIn(inRaw("documents/source-a.index.csv"))).toEqual(PAGES);
  });

  it("that were taken in are those that are taken in again, and compared with the document at its address", async () => {
    expect((await add("--pages", "2-3")).status).toBe(0);
    const record = () => JSON.parse(readFileSync(inRaw("documents/source-a.intake.json"), "utf8"));
    expect(record()).toMatchObject({ pages: [{ first: 2, last: 3 }], blocks: [{ page: 2, turns: [{ page: 3 }] }] });
    pdf = aPdf("Another title");
    const updates = await pipeline("documents", "check-updates", "--allow-loopback", "--json");
    expect(JSON.parse(updates.stdout)).toMatchObject([{ affected: [] }]);
    writeFileSync(join(folder, "report.pdf"), pdf);
    const again = await add("--again", "--write");
    expect(again.stderr).toContain("Pages 2-3 were taken in, as before.");
    expect(again.stdout).not.toContain("new ");
    expect(record()).toMatchObject({ pages: [{ first: 2, last: 3 }] });
    expect((await add("--again", "--pages", "1-3")).stdout).toContain("new ");
  });
});
