import { describe, expect, it } from "vitest";
import { cellKinds, type FieldType } from "#schemas/cell-kinds.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import { publishedTable, publishedTableNames } from "#schemas/published-tables.ts";

const published = publishedTableNames.flatMap((table) =>
  columnsOf(publishedTable(table).row).map((column) => ({ table, ...column })),
);
const all = [
  ...published,
  ...codedTableNames.flatMap((table) => columnsOf(codedTable(table).row).map((column) => ({ table, ...column }))),
];

const TYPES: Readonly<Record<FieldType, string>> = {
  string: "string",
  date: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

describe("the kind of a cell", () => {
  it("gives every column an example that its schema takes, of the type that its kind names", () => {
    const wrong = all.filter(
      ({ kind, example, schema }) =>
        typeof example !== TYPES[cellKinds[kind].type] || !schema.safeParse(example).success,
    );
    expect(wrong.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });

  it("is never an amount in a published table, where amounts have three parts", () => {
    expect(published.filter(({ kind }) => kind === "amount")).toEqual([]);
  });

  it("has items only where its schema takes several joined by semicolons", () => {
    for (const { table, name, kind, example, schema } of published.filter(({ kind: one }) => cellKinds[one].isList)) {
      const [item = ""] = String(example).split("; ");
      const isTaken = schema.safeParse(`${item}; ${item}`).success;
      expect({ column: `${table}.${name}`, kind, isTaken }).toEqual({
        column: `${table}.${name}`,
        kind,
        isTaken: true,
      });
    }
  });

  it("names a register's key wherever a cell refers to one", () => {
    const dangling = all.filter(({ refersTo }) => {
      const [table = "", column = ""] = (refersTo ?? "").split(".");
      const names = [...codedTableNames, ...publishedTableNames];
      return refersTo !== undefined && !(names.some((name) => name === table) && column.endsWith("_id"));
    });
    expect(dangling.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });
});
