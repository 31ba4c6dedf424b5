import { describe, expect, it } from "vitest";
import { editRecordedHash } from "#pipeline/documents/record-hash.ts";
import { rewriteCells } from "#pipeline/documents/rewrite-cells.ts";
import { aFile } from "#tests/builders/document.ts";

const NEW = "b".repeat(64);

const record = (csv: string, sourceId = "source-a") => {
  const file = aFile("raw/coded/sources.csv", csv);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    rewriteCells(file, editRecordedHash([aFile("raw/coded/other.csv", csv), file], sourceId, NEW)),
  );
};

describe("recording the hash of a text", () => {
  it("rewrites the cell of the source, and keeps every other byte", () => {
    const csv =
      '\uFEFFsource_id,title,sha256,note\r\nsource-b,B,old,old\r\n source-a ,"two\r\nlines","old","said ""old"""\r\n';
    expect(record(csv)).toBe(csv.replace('"old","said', `"${NEW}","said`));
  });

  it("fills a cell that is still empty", () => {
    expect(record("source_id,sha256\nsource-a,\n")).toBe(`source_id,sha256\nsource-a,${NEW}\n`);
  });

  it("changes nothing of a source that is not listed, or without the column", () => {
    for (const csv of ["source_id,sha256\nsource-b,old\n", "source_id\nsource-a\n", ""]) expect(record(csv)).toBe(csv);
  });
});
