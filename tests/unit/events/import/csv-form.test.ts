import { describe, expect, it } from "vitest";
import { findCsvForm, isBlankRow, isTagRow, namedWidth } from "#pipeline/events/import/csv-form.ts";

describe("the form of a CSV file", () => {
  it.each([
    ["a,b;c,d\n", ","],
    ["a;b;c,d\n1,5;2;3\n", ";"],
    ["a\tb\n", "\t"],
    ["a|b|c\n", "|"],
    ['"a,b,c";d\n', ";"],
    ["\uFEFF\r\na;b\n", ";"],
    ["a\n", ","],
    ["", ","],
  ])("%j is separated by %j", (opening, separator) => {
    expect(findCsvForm(opening).separator).toBe(separator);
  });

  it("has the line ends of old Macs only if no other is there", () => {
    expect(findCsvForm("a,b\r1,2\r").lineEnds).toEqual(["\r"]);
    expect(findCsvForm("a,b\r\n1,2\n").lineEnds).toEqual(["\r\n", "\n"]);
  });

  it("has the columns up to the last one with a name", () => {
    expect([namedWidth(["", "a", "b", " ", ""]), namedWidth(["", ""])]).toEqual([2 + 1, 0]);
  });

  it("may have a row of tags, or rows of separators alone", () => {
    expect([isTagRow(["1", "#event+id", "", "#date"]), isTagRow(["1", "2"]), isTagRow(["#1 town", "2021"])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isBlankRow(["", " "]), isBlankRow(["", "0"])]).toEqual([true, false]);
  });
});
