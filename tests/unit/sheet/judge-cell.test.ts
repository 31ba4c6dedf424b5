import { describe, expect, it } from "vitest";
import { judgeCell } from "#pipeline/sheet/judge-cell.ts";
import type { SheetCell } from "#pipeline/sheet/sheet-cells.ts";
import { codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

const column = (name: string) => {
  const found = columnsOf(codedTable("events").row).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No column ${name}.`);
  return found;
};
const text = (value: string): SheetCell => ({ kind: "text", text: value, isFormula: false, look: "plain" });
const number = (value: string, look: SheetCell["look"] = "plain"): SheetCell => ({
  ...text(value),
  kind: "number",
  look,
});

describe("a cell with a text", () => {
  it.each([
    ["March 2017", "Mar-17", "date"],
    ["2 March 2017", "02/03/2017", "date"],
    ["2017-03", "2017-03-01 00:00:00", "date"],
    ["the group's own", "the group’s own", "quotes"],
    ['a "state"', "a « state »", "quotes"],
    ["2017 - 2018", "2017 – 2018", "quotes"],
    ["007", "7", "zeros"],
    ["2.50", "2.5", "zeros"],
    ["123456", "1.23E+05", "exponent"],
    ["12345678901234567", "12345678901234500", "rounded"],
    ["true", "TRUE", "boolean"],
    ["jnim", "#REF!", "error"],
    ["jnim", "Err:508", "error"],
  ])("%s that became %s is refused", (before, after, alteration) => {
    expect(judgeCell(text(after), before, column("description"))).toMatchObject({ alteration, isRestored: false });
  });

  it.each([
    ["March 2017", "April 2017"],
    ["1300", "1400"],
    ["evt-001", "evt-002"],
    ["12345678901234567", "22345678901234567"],
    ["2017-03", ""],
    ["", "03/01/2017"],
  ])("%s that became %s is an edit", (before, after) => {
    expect(judgeCell(text(after), before, column("date_text"))).toEqual({
      value: after,
      alteration: null,
      isRestored: false,
    });
  });

  it("keeps its spaces and line ends", () => {
    expect(judgeCell(text("a"), "a ", column("unit"))).toEqual({ value: "a ", alteration: "spaces", isRestored: true });
    expect(judgeCell(text("a\nb"), "a\r\nb", column("description"))).toMatchObject({
      value: "a\r\nb",
      alteration: null,
    });
  });
});

describe("a cell with a number", () => {
  it.each([
    ["date_text", "March 2017", number("42795", "date"), "date"],
    ["date", "2017", number("2018"), "number"],
    ["description", null, number("5"), "number"],
    ["fatalities", "5", number("0.05", "other"), "number-format"],
    ["fatalities", null, number("1E+21"), "rounded"],
  ])("in %s instead of %s is refused", (name, before, cell, alteration) => {
    expect(judgeCell(cell, before, column(name))).toMatchObject({ alteration, isRestored: false });
  });

  it("is an edit in a column of numbers, without the noise of binary fractions", () => {
    expect(judgeCell(number("8"), "7", column("fatalities"))).toMatchObject({ value: "8", alteration: null });
    expect(judgeCell(number("1.1000000000000001"), "", column("amount"))).toMatchObject({ value: "1.1" });
  });

  it("is reported, but leaves what was there, if it is the same number", () => {
    const same = { alteration: "number", isRestored: true };
    expect(judgeCell(number("2.5"), "2.50", column("amount"))).toEqual({ value: "2.50", ...same });
    expect(judgeCell(number("2017"), "2017", column("date"))).toEqual({ value: "2017", ...same });
  });
});

it("refuses formulas, errors, dates and truth values", () => {
  const judge = (cell: Partial<SheetCell>) =>
    judgeCell({ ...text("1"), ...cell }, "jnim", column("actor1_id")).alteration;
  expect(judge({ isFormula: true })).toBe("formula");
  expect(judge({ kind: "error", text: "#NAME?" })).toBe("error");
  expect(judge({ kind: "date", text: "2017-03-01" })).toBe("date");
  expect(judge({ kind: "boolean", text: "TRUE" })).toBe("boolean");
});
