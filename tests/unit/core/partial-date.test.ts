import { describe, expect, it } from "vitest";
import {
  endsOf,
  parsePartialDate,
  precisionOf,
  readPartialDate,
  shareADay,
  spanInDays,
  ucdpPrecisionOf,
} from "#pipeline/core/partial-date.ts";

describe("parsePartialDate", () => {
  it.each([
    ["2017-03-02", "2017-03-02", "2017-03-02"],
    ["2017-03", "2017-03-01", "2017-03-31"],
    ["2017", "2017-01-01", "2017-12-31"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2000-02-29", "2000-02-29", "2000-02-29"],
    ["201X", "2010-01-01", "2019-12-31"],
    ["20XX", "2000-01-01", "2099-12-31"],
    ["2019-XX", "2019-01-01", "2019-12-31"],
    ["2019-03-XX", "2019-03-01", "2019-03-31"],
    ["2019-XX-XX", "2019-01-01", "2019-12-31"],
    ["2017-03~", "2017-03-01", "2017-03-31"],
    ["2017?", "2017-01-01", "2017-12-31"],
    ["2017-03-02%", "2017-03-02", "2017-03-02"],
    ["2017-33", "2017-01-01", "2017-03-31"],
    ["2016-36", "2016-10-01", "2016-12-31"],
    ["2017-37", "2017-01-01", "2017-04-30"],
    ["2020-38", "2020-05-01", "2020-08-31"],
    ["2016-39", "2016-09-01", "2016-12-31"],
    ["2018-40", "2018-01-01", "2018-06-30"],
    ["2018-41", "2018-07-01", "2018-12-31"],
    ["2016-10/2016-12", "2016-10-01", "2016-12-31"],
    ["2016-39/..", "2016-09-01", null],
    ["2019/", "2019-01-01", null],
    ["../2018", null, "2018-12-31"],
    ["/2018", null, "2018-12-31"],
    ["[2016-10..2016-12]", "2016-10-01", "2016-12-31"],
    ["[..2018]", null, "2018-12-31"],
    ["[2025-04-24..]", "2025-04-24", null],
  ])("gives %s its first and last day", (edtf, earliest, latest) => {
    expect(parsePartialDate(edtf)).toEqual({ edtf, earliest, latest });
  });

  it.each([
    ["12/03/2017", "not-edtf"],
    ["spring 2019", "not-edtf"],
    ["March 2017", "not-edtf"],
    ["2017-3-2", "not-edtf"],
    ["201", "not-edtf"],
    ["", "not-edtf"],
    ["/", "not-edtf"],
    ["../..", "not-edtf"],
    ["[..]", "not-edtf"],
    ["2017/2018/2019", "not-edtf"],
    ["[2016,2017]", "not-edtf"],
    ["201X-03", "not-edtf"],
    ["2019-XX-12", "not-edtf"],
    ["2018-41-03", "not-edtf"],
    ["2017u", "not-edtf"],
    ["-2017", "not-edtf"],
    ["2017-03-02T10:00:00Z", "not-edtf"],
    ["2019-21", "season"],
    ["2019-32", "season"],
    ["2019-22/2019-23", "season"],
    ["2017-02-30", "no-such-day"],
    ["1999-02-29", "no-such-day"],
    ["2017-13", "no-such-day"],
    ["2017-00", "no-such-day"],
    ["2017-04-00", "no-such-day"],
    ["2017-42", "no-such-day"],
    ["2019/2018", "backwards"],
    ["2019-05-02/2019-05-01", "backwards"],
    ["[2019..2018]", "backwards"],
    ["2018-06/2018", "overlapping-ends"],
    ["2018/2018-06", "overlapping-ends"],
    ["2018/2018", "overlapping-ends"],
    ["[2018-06-12..2018-06]", "overlapping-ends"],
    ["0025", "year-before-1000"],
    ["0025-03-12", "year-before-1000"],
    ["2019/0220", "year-before-1000"],
    ["2018-41~", "qualified-vagueness"],
    ["201X~", "qualified-vagueness"],
    ["2019-XX?", "qualified-vagueness"],
  ])("refuses %j as %s", (text, fault) => {
    expect(parsePartialDate(text)).toBe(fault);
  });
});

describe("the span of a date", () => {
  it.each([
    ["2017-03-02", 1, "day", 1],
    ["[2017-03-01..2017-03-02]", 2, "week", 2],
    ["[2017-03-01..2017-03-06]", 6, "week", 2],
    ["[2017-03-01..2017-03-07]", 7, "week", 3],
    ["[2017-03-01..2017-03-08]", 8, "month", 4],
    ["2017-03", 31, "month", 4],
    ["2017-35", 92, "quarter", 5],
    ["2020-38", 123, "quadrimester", 5],
    ["2018-41", 184, "half", 5],
    ["2016", 366, "year", 5],
    ["2017/2018", 730, "longer", 5],
    ["2019/..", Number.POSITIVE_INFINITY, "longer", 5],
  ])("of %s is %d days, a %s, UCDP %d", (edtf, days, precision, ucdp) => {
    const date = readPartialDate(edtf);
    expect([spanInDays(date), precisionOf(date), ucdpPrecisionOf(date)]).toEqual([days, precision, ucdp]);
  });
});

describe("two dates", () => {
  it("share a day where no one ends before another begins", () => {
    const share = (...dates: string[]) => shareADay(dates.map(readPartialDate));
    expect(share("2017", "2017-03", "2016/..")).toBe(true);
    expect(share("2017-03", "2017-04")).toBe(false);
    expect(share("2017-01/2017-06", "2017-05/2017-09", "2017-07/2017-12")).toBe(false);
  });
});

describe("endsOf", () => {
  const edtfOf = (edtf: string) => {
    const { start, end } = endsOf(readPartialDate(edtf));
    return [start?.edtf ?? null, end?.edtf ?? null];
  };

  it.each([
    ["2017-03", "2017-03", "2017-03"],
    ["2017~/2018-39", "2017~", "2018-39"],
    ["2017/..", "2017", null],
    ["../2018", null, "2018"],
    ["/2018", null, "2018"],
    ["[2017-03..2018]", "2017-03", "2018"],
    ["[..2018]", null, "2018"],
    ["[2017..]", "2017", null],
  ])("gives the first and last date of %s", (edtf, start, end) => {
    expect(edtfOf(edtf)).toEqual([start, end]);
  });
});
