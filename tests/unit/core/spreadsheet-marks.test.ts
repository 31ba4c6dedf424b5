import { describe, expect, it } from "vitest";
import { spreadsheetMark } from "#pipeline/core/spreadsheet-marks.ts";

describe("a text that a spreadsheet changed", () => {
  it.each([
    ["03/01/2017", "date"],
    ["12/12/2026", "date"],
    ["3/1/17", "date"],
    ["12.12.2026", "date"],
    ["2026-12-12", "date"],
    ["2017-03-01 00:00:00", "date"],
    ["Mar-17", "month"],
    ["17-Mar", "month"],
    ["2-Mar-17", "month"],
    ["janv.-17", "month"],
    ["août-23", "month"],
    ["43891", "serial-number"],
    ["1.00E+05", "exponent"],
    ["1,3E+10", "exponent"],
  ])("is recognised: %s as %s", (text, mark) => {
    expect(spreadsheetMark(text)).toBe(mark);
  });

  it.each(["March 2017", "2017", "AK-47", "PK-12", "12 000", "2019-20", "1/2", "24/7", "G5-Sahel", "E12", "100000"])(
    "is not taken for one: %s",
    (text) => {
      expect(spreadsheetMark(text)).toBeNull();
    },
  );
});
