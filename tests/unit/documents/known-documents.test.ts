import { describe, expect, it } from "vitest";
import { documentMarks } from "#pipeline/core/document-marks.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { findNearCopies, findSameDocuments, type KnownDocuments } from "#pipeline/documents/known-documents.ts";
import { someSentences, utf8 } from "#tests/builders/intake.ts";

const TEXT = someSentences(1, 4);
const HASH = sha256Hex(TEXT);
const ORIGINAL = "f".repeat(64);
const indexOf = (id: string, text: string) => sentenceIndex(id, `${id}.index.csv`, buildIndex(text, sha256Hex(text)));

const nothing: KnownDocuments = { rows: [], indexes: new Map(), texts: [], intakeRecords: new Map() };
const marks = documentMarks({ sha256: HASH, original_sha256: ORIGINAL, url: "https://a.example/1", url_copy: null });
const sameIn = (known: Partial<KnownDocuments>, sourceId = "new-2024") =>
  findSameDocuments({ ...nothing, ...known }, { sourceId, marks }).map((same) => `${same.by} of ${same.sourceId}`);

describe("the same document", () => {
  it("is found by its row, also if that has errors", () => {
    const row = new Map([
      ["source_id", "old-2023"],
      ["original_sha256", ORIGINAL],
      ["url", "http://www.a.example/1/"],
    ]);
    expect(sameIn({ rows: [row] })).toEqual(["original of old-2023", "address of old-2023"]);
  });

  it("is found without a row: by an index, a text, or the record of its intake", () => {
    expect(sameIn({ indexes: new Map([["old-2023", indexOf("old-2023", TEXT)]]) })).toEqual(["text of old-2023"]);
    expect(sameIn({ texts: [{ path: "texts/old-2023.txt", bytes: utf8(TEXT) }] })).toEqual(["text of old-2023"]);
    const record = JSON.stringify({ original: { sha256: ORIGINAL } });
    expect(sameIn({ intakeRecords: new Map([["old-2023", record]]) })).toEqual(["original of old-2023"]);
  });

  it("is not the source itself, and nothing is known by a record that cannot be read", () => {
    expect(sameIn({ texts: [{ path: "texts/new-2024.txt", bytes: utf8(TEXT) }] })).toEqual([]);
    expect(sameIn({ intakeRecords: new Map([["old-2023", "{"]]) })).toEqual([]);
  });
});

describe("a near copy", () => {
  const indexes = new Map([["old-2023", indexOf("old-2023", someSentences(1, 4))]]);
  const copiesOf = (text: string) =>
    findNearCopies(indexes, { sourceId: "new-2024", sentences: buildIndex(text, sha256Hex(text)) });

  it("shares at least half of its longer sentences", () => {
    expect(copiesOf(someSentences(3, 4))).toEqual([{ sourceId: "old-2023", shared: 2, compared: 4 }]);
    expect(copiesOf(someSentences(4, 4))).toEqual([]);
    expect(copiesOf("Short. Shorter. Still short.")).toEqual([]);
  });
});
