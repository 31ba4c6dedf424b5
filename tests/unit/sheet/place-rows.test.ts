import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { applyChange } from "#pipeline/sheet/apply-change.ts";
import { readCodedFile } from "#pipeline/sheet/coded-file.ts";
import { placeRows } from "#pipeline/sheet/place-rows.ts";
import { codedTable } from "#schemas/coded-tables.ts";

const COLUMNS = Object.keys(codedTable("event_links").row.shape);

/** A line for a record and an event; other cells are empty. */
const line = (record: string, event = "1") => {
  const cells: Readonly<Record<string, string>> = { table: "events", record_id: record, event_source: "ucdp-ged" };
  return COLUMNS.map((name) => (name === "event_id" ? event : (cells[name] ?? ""))).join(",");
};

function add(rows: readonly string[], added: readonly string[], { lineEnd = "\n", isEnded = true } = {}) {
  const text = [COLUMNS.join(","), ...rows].join(lineEnd) + (isEnded ? lineEnd : "");
  const file = readCodedFile("event_links", { path: "event_links.csv", bytes: new TextEncoder().encode(text) });
  const placed = placeRows(
    file,
    added.map((row) => row.split(",")),
  );
  const bytes = applyChange({ file, changed: new Map(), deleted: new Set(), added: placed.added });
  return { isSorted: placed.isSorted, text: new TextDecoder().decode(bytes) };
}

const fileOf = (rows: readonly string[], lineEnd = "\n") => [COLUMNS.join(","), ...rows, ""].join(lineEnd);

describe("placeRows", () => {
  it("puts new rows before, between and behind the rows of the file, whatever their own order", () => {
    const added = [line("evt-9"), line("evt-3", "2"), line("evt-1"), line("evt-3", "1")];
    expect(add([line("evt-2"), line("evt-4")], added)).toEqual({
      isSorted: true,
      text: fileOf([
        line("evt-1"),
        ...[line("evt-2"), line("evt-3", "1"), line("evt-3", "2")],
        ...[line("evt-4"), line("evt-9")],
      ]),
    });
  });

  it("adds to a file without rows", () => {
    expect(add([], [line("evt-2"), line("evt-1")]).text).toBe(fileOf([line("evt-1"), line("evt-2")]));
  });

  it("leaves the order of a file that is sorted otherwise, and adds new rows at its end", () => {
    expect(add([line("evt-4"), line("evt-2")], [line("evt-3"), line("evt-1")])).toEqual({
      isSorted: false,
      text: fileOf([line("evt-4"), line("evt-2"), line("evt-1"), line("evt-3")]),
    });
  });

  it("keeps line ends, and ends a last line that has none", () => {
    const { text } = add([line("evt-2")], [line("evt-1"), line("evt-3")], { lineEnd: "\r\n", isEnded: false });
    expect(text).toBe(fileOf([line("evt-1"), line("evt-2"), line("evt-3")], "\r\n"));
  });

  it("gives a sorted file, and takes nothing from it", () => {
    const key = fc.tuple(fc.stringMatching(/^[a-z-]{1,3}$/u), fc.stringMatching(/^[0-9]{1,2}$/u));
    const keys = fc.uniqueArray(key, { selector: (cells) => cells.join("/"), maxLength: 12 });
    fc.assert(
      fc.property(keys, fc.nat(12), (all, many) => {
        const lines = all.map(([record, event]) => line(record, event));
        const old = all
          .slice(0, many)
          .toSorted((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))
          .map(([record, event]) => line(record, event));
        const { text } = add(old, lines.slice(many));
        const sorted = all.toSorted((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]));
        expect(text).toBe(fileOf(sorted.map(([record, event]) => line(record, event))));
      }),
    );
  });
});
