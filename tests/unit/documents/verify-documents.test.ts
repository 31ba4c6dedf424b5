import { describe, expect, it } from "vitest";
import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import type { DiskFile, RawInput } from "#pipeline/core/raw-input.ts";
import { formatNextSteps } from "#pipeline/documents/format-verification.ts";
import { relocatedFiles, verifyDocuments } from "#pipeline/documents/verify-documents.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aFile } from "#tests/builders/document.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";
import { aCoder, aRawInputWith, aSecondFolder } from "#tests/builders/second-coding.ts";

const TEXT = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

function verify(change: (raw: RawInput) => Partial<RawInput>) {
  const plain = aRawInput({ events: [aCodedRow("events", { record_id: "evt-1", evidence: "p1s2" })] });
  const input = { ...plain, ...change(plain) };
  const { staged, issues: found } = resolveRaw(input);
  const verified = verifyDocuments({
    input,
    tables: staged.tables,
    indexes: staged.indexes,
    intakes: new Map(),
    found,
  });
  return { ...verified, files: relocatedFiles(input, verified)?.map(({ path }) => path) ?? null };
}

const withText = (text: string, sourceId = "source-a"): Partial<RawInput> => ({
  texts: [aFile(`texts/${sourceId}.txt`, text)],
});
const codes = ({ issues }: ReturnType<typeof verify>) => issues.map(({ code }) => code);
const replaced = (files: readonly DiskFile[], path: string, change: (text: string) => string) =>
  files.map((file) => (file.path === path ? aFile(path, change(new TextDecoder().decode(file.bytes))) : file));

describe("verifying the available documents", () => {
  it("compares the texts that are there, and names those that are not", () => {
    const { verifications, notAtHand } = verify(() => withText(TEXT));
    expect(verifications.map(({ sourceId }) => sourceId)).toEqual(["source-a"]);
    expect(notAtHand).toEqual(["source-b"]);
  });

  it("names a source whose text is there, but no index to compare it with", () => {
    const { notIndexed } = verify(({ indexes }) => ({ ...withText(TEXT), indexes: indexes.slice(1) }));
    expect(notIndexed).toEqual(["source-a"]);
  });

  it("reports a text that cannot be used, or that belongs to no source", () => {
    expect(codes(verify(() => withText("On\0e.")))).toEqual(["documents/nul-bytes"]);
    expect(codes(verify(() => withText(TEXT, "source-c")))).toEqual(["documents/unknown-source"]);
  });

  it("reports an inconsistent index", () => {
    const path = "raw/documents/source-b.index.csv";
    const found = verify(({ indexes }) => ({
      indexes: replaced(indexes, path, (text) => text.replace(/p1s3.*\n/u, "")),
    }));
    expect(found.issues).toMatchObject([
      { code: "resolve/altered-index", at: { file: path, line: 4 }, locator: "p1s4" },
    ]);
  });

  it("relocates the second codings too, and their hashes in coders.csv, unless they had changed before", () => {
    const folder = aSecondFolder("source-a", "coder-b", { events: [aCodedRow("events", { record_id: "evt-7" })] });
    const relocate = (seal: string) => {
      const input = {
        ...aRawInputWith({ coders: [aCoder(folder, { sha256: seal })] }, [folder]),
        ...withText(`Zero. ${TEXT}`),
      };
      const { staged, issues: found } = resolveRaw(input);
      const verified = verifyDocuments({
        input,
        tables: staged.tables,
        indexes: staged.indexes,
        intakes: new Map(),
        found,
      });
      return new Map(relocatedFiles(input, verified)?.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
    };
    const sealed = relocate(hashOfFolder(folder.files));
    const [path, text = ""] = [`${folder.path}/events.csv`, sealed.get(`${folder.path}/events.csv`)];
    expect(text).toContain("evt-7,source-a,p1s2,");
    expect(sealed.get("raw/coded/coders.csv")).toContain(hashOfFolder([aFile(path, text)]));
    expect(relocate("0".repeat(64)).has("raw/coded/coders.csv")).toBe(false);
  });

  it("takes sentences that are gone out of a sealed coding, and its rows without another one, and seals it again", () => {
    const rows = [
      aCodedRow("events", { record_id: "evt-7", evidence: "p1s4" }),
      aCodedRow("events", { record_id: "evt-8", evidence: "p1s3-p1s5; p1s4" }),
      aCodedRow("events", { record_id: "evt-9", evidence: "p1s4; p1s4-p1s4" }),
    ];
    const folder = aSecondFolder("source-a", "coder-b", { events: rows });
    const input = { ...aRawInputWith({}, [folder]), ...withText(`Zero. ${TEXT.replace("Four.", "Fourth.")}`) };
    const { staged, issues: found } = resolveRaw(input);
    const verified = verifyDocuments({
      input,
      tables: staged.tables,
      indexes: staged.indexes,
      intakes: new Map(),
      found,
    });
    expect(verified.verifications[0]?.relocation).toMatchObject({
      blocked: [],
      removed: [{ citation: { recordId: "evt-7" } }, { citation: { recordId: "evt-9" } }],
    });
    expect(verified.issues).toMatchObject([
      { code: "documents/gone", citedBy: [], sealedBy: [expect.any(String), expect.any(String), expect.any(String)] },
    ]);
    const files = new Map(
      relocatedFiles(input, verified)?.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
    );
    const path = `${folder.path}/events.csv`;
    const [, row = "", ...others] = files.get(path)?.split("\n") ?? [];
    expect([row.split(",").slice(0, 3), others]).toEqual([["evt-8", "source-a", "p1s4; p1s6"], [""]]);
    expect(files.get("raw/coded/coders.csv")).toContain(hashOfFolder([aFile(path, files.get(path) ?? "")]));
  });

  it.each([
    ["is not sealed yet", "", "none", "Remove these locators"],
    ["was changed after it was sealed", "0".repeat(64), "broken", "restore their files"],
  ])("relocates nothing where a sentence is gone that a second coding cites which %s", (_, sha256, seal, words) => {
    const folder = aSecondFolder("source-a", "coder-b", {
      events: [aCodedRow("events", { record_id: "evt-7", evidence: "p1s4" })],
    });
    const input = {
      ...aRawInputWith({ coders: [aCoder(folder, { sha256 })] }, [folder]),
      ...withText(TEXT.replace("Four.", "Fourth.")),
    };
    const { staged, issues: found } = resolveRaw(input);
    const verified = verifyDocuments({
      input,
      tables: staged.tables,
      indexes: staged.indexes,
      intakes: new Map(),
      found,
    });
    expect(verified.verifications[0]?.relocation).toMatchObject({ blocked: [{ citation: { seal } }], removed: [] });
    expect(relocatedFiles(input, verified)).toBeNull();
    expect(formatNextSteps(verified.verifications, true, null).at(-1)).toContain(words);
  });

  it("relocates the coded files that cite what moved, the index, and the hash in sources.csv", () => {
    expect(verify(() => withText(`Zero. ${TEXT}`)).files).toEqual([
      "raw/coded/sources.csv",
      "raw/coded/events.csv",
      "raw/documents/source-a.index.csv",
    ]);
    expect(verify(() => withText(TEXT)).files).toEqual([]);
  });

  it("relocates nothing where a cited sentence is gone", () => {
    expect(verify(() => withText(TEXT.replace("Two", "Zwei"))).files).toBeNull();
  });

  it("relocates nothing while the index and sources.csv name different texts: rows may cite either", () => {
    const found = verify(({ coded }) => ({
      ...withText(`Zero. ${TEXT}`),
      coded: replaced(coded, "raw/coded/sources.csv", (text) => text.replace(/[0-9a-f]{64}/u, "0".repeat(64))),
    }));
    expect(found.files).toBeNull();
    expect(found.issues).toMatchObject([
      { code: "resolve/index-of-another-text", sourceId: "source-a", at: { line: 2, column: "text_sha256" } },
    ]);
  });

  it("relocates nothing while a coded file is unreadable, because it may cite sentences that moved", () => {
    const found = verify(({ coded }) => ({
      ...withText(`Zero. ${TEXT}`),
      coded: replaced(coded, "raw/coded/profile.csv", (text) => text.replace("evidence", "evidnce")),
    }));
    expect(found.files).toBeNull();
    expect(codes(found)).toContain("extract/unknown-column");
  });
});
