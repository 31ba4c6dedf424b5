import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readCell, type StagedColumn } from "#pipeline/stage/read-cell.ts";
import { actorType } from "#schemas/codelists/actors.ts";
import { code, columnsOf, label, list, text } from "#schemas/column.ts";

const words = { title: "Cell", description: "Made up." };
const at = { file: "raw/coded/places.csv", line: 2, column: "cell" };

/** The columns of one cell each, by the kind of the cell. */
const columns = {
  label: label(words),
  list: list(words),
  text: text(words),
  code: code(actorType, words),
};

function read(kind: keyof typeof columns, cell: string) {
  const [column] = columnsOf(z.strictObject({ cell: columns[kind] }));
  if (column === undefined) throw new Error("The table of a test has no column.");
  const staged: StagedColumn = { ...column, codes: [], suggest: () => null };
  const result = readCell(cell, staged, at);
  return "value" in result ? result.value : result.issues.map((issue) => issue.code);
}

describe("a name that is also a placeholder", () => {
  it.each(["Null", "Nan", "Unknown", "NA", "none"])("%s is refused, and can be coded with a backslash", (name) => {
    for (const kind of ["label", "list", "text"] as const) {
      expect(read(kind, name)).toEqual(["stage/placeholder"]);
      expect(read(kind, `\\${name}`)).toBe(name);
    }
  });

  it("can be an item of a list", () => {
    expect(read("list", "Ann Author; \\Null")).toBe("Ann Author; Null");
    expect(read("list", "Ann Author; Null")).toEqual(["stage/placeholder"]);
  });

  it("is the only thing that a backslash escapes", () => {
    for (const cell of ["\\Niger", "\\N", "\\-", "\\?", "\\\\Null"]) expect(read("label", cell)).toBe(cell);
    expect(read("code", "\\unknown")).toEqual([]);
  });
});
