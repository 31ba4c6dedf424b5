import { describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import type { Value } from "#pipeline/core/row.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aFile } from "#tests/builders/document.ts";
import { aCodedRow, aRawInput, aSource, type CodedTables } from "#tests/builders/raw.ts";

/** An invented document. */
const TEXT = [
  "In early 2019, regional, and local forces left the “Green” town.",
  "Nobody in the whole valley could say for certain who had opened the old gate.",
  "The Long Story of the Very Old Gate in the Green Valley appeared later.\n",
].join(" ");

interface Given {
  readonly text?: string;
  /** The hash in sources.csv and in the index. */
  readonly recorded?: string;
  readonly isAtHand?: boolean;
}

/** What the checks of texts say of the rows of a document. */
function check(tables: CodedTables, { text = TEXT, recorded = sha256Hex(text), isAtHand = true }: Given = {}) {
  const raw = aRawInput({ sources: [aSource("source-a", { sha256: recorded })], ...tables });
  const index = writeIndex(buildIndex(TEXT, recorded));
  const texts: DiskFile[] = isAtHand ? [aFile("texts/source-a.txt", text)] : [];
  const { issues } = resolveRaw({ ...raw, indexes: [aFile("raw/documents/source-a.index.csv", index)], texts });
  return issues.filter(({ code }) => code.startsWith("documents/") || code === "resolve/text-mismatch");
}

const anEvent = (cells: Record<string, Value>) => ({ events: [aCodedRow("events", { record_id: "evt-1", ...cells })] });
const aName = (name: string, evidence = "p1s1") => ({
  actor_names: [aCodedRow("actor_names", { record_id: "nam-1", name, evidence })],
});
const aSlip = (as_printed: string) => ({ errata: [aCodedRow("errata", { source_id: "source-a", as_printed })] });

describe("a quotation is checked against its sentence", () => {
  it.each([
    ["a date", anEvent({ date_text: "In early 2018", evidence: "p1s1" }), "date_text"],
    ["a date of another sentence", anEvent({ date_text: "In early 2019", evidence: "p1s2" }), "date_text"],
    ["a name", aName("Regional Guard"), "name"],
    ["a name whose words have another order", aName("forces regional"), "name"],
    ["half a word", aName("region"), "name"],
    ["a misprint", aSlip("gren town"), "as_printed"],
    ["a misprint in capitals", aSlip("LOCAL FORCES"), "as_printed"],
  ])("%s that is not there is an error", (_, tables, column) => {
    expect(check(tables)).toMatchObject([{ code: "documents/not-in-sentence", at: { line: 2, column } }]);
  });

  it.each([
    ["a date in other capitals", anEvent({ date_text: "in early 2019", evidence: "p1s1" })],
    ["a date with a no-break space in the text", anEvent({ date_text: "early 2019", evidence: "p1s1-p1s2" })],
    ["a name with other words between its own", aName("regional forces")],
    ["a misprint with other quotes", aSlip('the "Green" town')],
  ])("%s is there", (_, tables) => {
    expect(check(tables)).toEqual([]);
  });

  it("is not checked without the text, or with another one", () => {
    const tables = aName("Regional Guard");
    expect(check(tables, { isAtHand: false })).toEqual([]);
    const found = check(tables, { text: `Zero. ${TEXT}`, recorded: sha256Hex(TEXT) });
    expect(found.map(({ code }) => code)).toEqual(["resolve/text-mismatch"]);
  });
});

describe("the words of a document", () => {
  const saying = (description: string) => anEvent({ description, evidence: "p1s2" });

  it("may be copied up to nine in a row", () => {
    expect(check(saying("It is said that nobody in the whole valley could say for certain."))).toEqual([]);
  });

  it("are an error from ten in a row, whatever their capitals and commas, with their place in the cell", () => {
    expect(check(saying("Yet in the whole valley, could SAY for certain who had gone."))).toMatchObject([
      { code: "documents/copied-words", at: { column: "description" }, first: 2, last: 11, locator: "p1s2" },
    ]);
    const whole = "Nobody in the whole valley could say for certain who had opened the old gate.";
    expect(check(saying(`${whole} ${whole}`))).toMatchObject([
      { first: 1, last: 15 },
      { first: 16, last: 30 },
    ]);
  });

  it("are found across sentences, and in any column of prose", () => {
    expect(
      check({
        cited_works: [],
        errata: [
          aCodedRow("errata", {
            source_id: "source-a",
            as_printed: "local forces",
            reason: "Who had opened the old gate. The long story of the old gate",
          }),
        ],
      }),
    ).toMatchObject([{ code: "documents/copied-words", at: { column: "reason" }, first: 1, last: 11 }]);
  });

  it("may be copied if they are the title of a work, which does not count", () => {
    const title = "The Long Story of the Very Old Gate in the Green Valley";
    const work = aCodedRow("cited_works", { work_id: "wrk-1", title, authors: null, url: null });
    const cited = { ...saying(`A book, ${title} appeared later.`), cited_works: [work] };
    expect(check(cited)).toEqual([]);
    expect(check({ ...cited, cited_works: [] })).toMatchObject([
      { code: "documents/copied-words", first: 3, last: 16 },
    ]);
  });
});

describe("the hash in sources.csv", () => {
  it.each([
    ["CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${TEXT}`],
  ])("may be that of the same text with %s", (_, written) => {
    expect(check({}, { recorded: sha256Hex(written) })).toEqual([]);
  });

  it("is an error if it is that of no form of the text, although the index has its sentences", () => {
    expect(check({}, { recorded: "0".repeat(64) })).toMatchObject([
      { code: "documents/other-hash", at: { file: "raw/coded/sources.csv", line: 2, column: "sha256" } },
    ]);
  });
});
