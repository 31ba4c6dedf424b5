import { describe, expect, it } from "vitest";
import { csvCells, csvRecords } from "#pipeline/core/csv-records.ts";

const inChunks = (text: string, size: number) => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));
};
const recordsOf = (text: string, size = 7) => [...csvRecords(inChunks(text, size))];

describe("the records of a CSV file", () => {
  it("end at a line feed, but not inside quotes", () => {
    expect(recordsOf('a,b\n1,"two\nlines"\n"",3\n')).toEqual(["a,b", '1,"two\nlines"', '"",3']);
  });

  it("are the same wherever a chunk ends, even within a letter or a pair of quotes", () => {
    const text = 'név,"a ""b"""\nMénaka,"𞤊\n""\n"\n,\n';
    for (let size = 1; size < text.length; size += 1) expect(recordsOf(text, size)).toEqual(recordsOf(text, 1_000));
  });

  it("are read though the chunk before is overwritten", () => {
    const chunk = new Uint8Array(3);
    function* sameChunk() {
      for (const part of inChunks("first,1\nsecond,2\n", chunk.length)) {
        chunk.set(part);
        yield chunk.subarray(0, part.length);
      }
    }
    expect([...csvRecords(sameChunk())]).toEqual(["first,1", "second,2"]);
  });

  it("include an empty one, and a last one without a line feed", () => {
    expect(recordsOf("a\n\nb")).toEqual(["a", "", "b"]);
    expect(recordsOf("")).toEqual([]);
  });

  it("of a million bytes in one cell cost no more for each chunk than for the one before", () => {
    const text = `a\n"${"long\n".repeat(200_000)}"\n`;
    expect(recordsOf(text, 64)[1]).toBe(text.slice(2, -1));
  });

  it("are refused where the file ends inside quotes", () => {
    expect(() => recordsOf('a\n"b\n')).toThrow("ends inside a quoted cell");
  });
});

describe("the cells of a record", () => {
  it.each<[string, string[]]>([
    ["", [""]],
    [",", ["", ""]],
    ['a,"b, ""c""",', ["a", 'b, "c"', ""]],
    ['"","""",d', ["", '"', "d"]],
  ])("of %s", (record, cells) => {
    expect(csvCells(record)).toEqual(cells);
  });

  it.each(['"a"b', '"x",a"b,"c', '"a'])("of %s are refused", (record) => {
    expect(() => csvCells(record)).toThrow("A cell of the CSV file");
  });
});
