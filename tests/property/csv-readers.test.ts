import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCells } from "#pipeline/core/csv-cells.ts";
import { extractCells } from "#pipeline/extract/cells.ts";

const COLUMNS = ["record_id", "evidence", "note"];

const cell = fc.string({
  unit: fc.constantFrom("a", "é", "1", " ", ",", '"', "\n", "\r", "\r\n", ";", "'", "\u2028"),
  maxLength: 6,
});
const row = fc
  .tuple(fc.constantFrom("exp-1", "exp-2", "p1s1"), cell, cell)
  .map((cells) => cells.map((text) => ({ text, isQuoted: /[",\r\n]/u.test(text) })));

/** Cells as an editor or a spreadsheet writes them: quoted where they must be, and now and then where they need not. */
const file = fc.record({
  mark: fc.constantFrom("", "\uFEFF"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  rows: fc.array(fc.tuple(row, fc.boolean()), { maxLength: 8 }),
  isEnded: fc.boolean(),
});

const written = ({ text, isQuoted }: { text: string; isQuoted: boolean }, quotesAll: boolean) =>
  isQuoted || quotesAll ? `"${text.replaceAll('"', '""')}"` : text;

describe("the reader of coded tables and the one that rewrites single cells", () => {
  it("see the same cells in the same lines", () => {
    fc.assert(
      fc.property(file, ({ mark, end, rows, isEnded }) => {
        const lines = [
          COLUMNS.join(","),
          ...rows.map(([cells, all]) => cells.map((one) => written(one, all)).join(",")),
        ];
        const text = mark + lines.join(end) + (isEnded ? end : "");
        const extracted = extractCells({ path: "t.csv", bytes: new TextEncoder().encode(text) }, COLUMNS);
        const placed = placeCells(text).slice(1);
        expect(extracted.issues).toEqual([]);
        expect(placed.map(({ line, cells }) => ({ line, cells: cells.map(({ value }) => value) }))).toEqual(
          extracted.rows.map(({ line, cells }) => ({ line, cells })),
        );
      }),
      { numRuns: 500 },
    );
  });

  const anEnd = fc.constantFrom("\n", "\r\n", "\r");
  const mixed = fc.record({
    mark: fc.constantFrom("", "\uFEFF"),
    /** Blank lines, rows of blank cells, and rows, each with its own line end. */
    lines: fc.array(fc.tuple(fc.oneof(row, fc.constantFrom("blank", "blank cells")), anEnd), { maxLength: 8 }),
  });

  it("name the line of the file on which a record begins, whatever comes before it", () => {
    fc.assert(
      fc.property(mixed, anEnd, ({ mark, lines }, firstEnd) => {
        let text = `${mark}${COLUMNS.join(",")}${firstEnd}`;
        const starts: number[] = [];
        for (const [line, end] of lines) {
          if (typeof line !== "string") {
            starts.push(text.length);
            text += line.map((one) => written(one, false)).join(",");
          } else if (line === "blank cells") text += '," ",';
          text += end;
        }
        const expected = starts.map((start) => text.slice(0, start).split(/\r\n|\r|\n/u).length);
        const { rows, issues } = extractCells({ path: "t.csv", bytes: new TextEncoder().encode(text) }, COLUMNS);
        const placed = placeCells(text).slice(1);
        expect(issues).toEqual([]);
        expect(rows.map(({ line }) => line)).toEqual(expected);
        expect(
          placed.filter(({ cells }) => cells.some(({ value }) => value.trim() !== "")).map(({ line }) => line),
        ).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
