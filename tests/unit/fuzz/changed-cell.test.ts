import { describe, expect, it } from "vitest";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import { type ChangedCell, effectOf } from "#tests/fuzz/changed-cell.ts";
import { cannotBeSeen, effectNames } from "#tests/fuzz/effects.ts";
import { misread } from "#tests/fuzz/mutations/misreadings.ts";

function columnOf(table: CodedTableName, name: string) {
  const column = columnsOf(codedTable(table).row).find((one) => one.name === name);
  if (column === undefined) throw new Error(`${table} has no column ${name}.`);
  return column;
}

const effect = (table: CodedTableName, column: string, cell: Partial<ChangedCell>) =>
  effectOf({
    column: columnOf(table, column),
    before: "Before",
    after: "After",
    row: { iso3: "MLI", latitude: 14.25, longitude: -5.9933 },
    table: "Before",
    others: [],
    published: "2024-01-16",
    ...cell,
  });

describe("a cell that differs", () => {
  it.each([
    ["actors", "name", {}, "other words"],
    ["actors", "name", { before: null }, "cell filled"],
    ["actors", "name", { after: null }, "cell emptied"],
    ["actors", "name", { after: "Gr\u043Eup" }, "letter of another script"],
    ["actors", "name", { after: "Gr\u043Eup", table: "\u0436" }, "other words"],
    ["actors", "name", { after: "\uFF27roup" }, "letter of another script"],
    ["actors", "name", { after: "Group\u034F" }, "character that does not show"],
    ["actors", "name", { after: "Group\nX" }, "other words"],
    ["actors", "name", { before: "Ménaka", after: misread("Ménaka", "macintosh") }, "misread letters"],
    ["actors", "actor_type", {}, "another code"],
    ["events", "place_id", {}, "another id"],
    ["events", "evidence", { after: "p1s2" }, "another sentence"],
    ["events", "date", { after: "2019-03" }, "another date"],
    ["events", "date", { after: "1899" }, "date before 1900"],
    ["events", "date", { after: "../1899-12" }, "date before 1900"],
    ["events", "date", { after: "1920" }, "date a century before its source"],
    ["events", "fatalities", { after: "20" }, "another number"],
    ["events", "fatalities", { after: "20", others: ["3"] }, "another number"],
    ["events", "fatalities", { after: "20", others: ["2"] }, "number ten times another"],
    ["events", "fatalities", { after: "20", others: [">=2"] }, "another number"],
    ["events", "fatalities", { after: "0", others: ["20"] }, "another number"],
    ["places", "latitude", { after: "14" }, "another position"],
    ["places", "latitude", { row: { iso3: "MLI", latitude: -14, longitude: -5 } }, "position outside its country"],
    ["places", "longitude", { row: { iso3: null, latitude: -14, longitude: -5 } }, "another position"],
  ] as const)("%s.%s %j: %s", (table, column, cell, expected) => {
    expect(effect(table, column, cell)).toBe(expected);
  });
});

describe("the list of what no guard can see", () => {
  it("is short, and nothing else is let pass", () => {
    expect(effectNames.filter(cannotBeSeen)).toEqual([
      "other words",
      "another code",
      "another id",
      "another sentence",
      "another date",
      "another number",
      "another position",
      "another hash",
      "another sentence index",
      "cell filled",
      "cell emptied",
      "edition absent",
      "forged release file",
      "row more",
      "alias less",
    ]);
  });
});
