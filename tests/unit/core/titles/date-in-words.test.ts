import { describe, expect, it } from "vitest";
import { timeShape } from "#pipeline/core/time-shape.ts";
import { dateInWords, timeSpanInWords } from "#pipeline/core/titles/date-in-words.ts";
import { english } from "#pipeline/site/words/english/english.ts";

describe("dateInWords", () => {
  it.each([
    ["2017-03-02", "2 March 2017"],
    ["2015-01", "January 2015"],
    ["2015", "2015"],
    ["2018-41", "the second half of 2018"],
    ["2020-38", "mid-2020"],
    ["18XX", "the 1800s"],
    ["201X", "the 2010s"],
    ["2015-03~", "about March 2015"],
    ["2017/2018", "from 2017 to 2018"],
    ["2017/..", "since 2017"],
    ["/2018", "until 2018"],
    ["[2017-09..2017-11]", "once, between September 2017 and November 2017"],
    ["[2025-04-24..]", "once, on 24 April 2025 or later"],
    ["[..2021-06]", "once, in June 2021 or earlier"],
    ["", ""],
  ])("says %s as %s", (edtf, said) => {
    expect(dateInWords(edtf, english.dates)).toBe(said);
  });

  it("leaves a form that it does not know as it is", () => {
    expect(dateInWords("Y170000002", english.dates)).toBe("Y170000002");
  });
});

describe("timeSpanInWords", () => {
  it.each([
    ["2024-01-16", "16 January 2024"],
    ["[2025-09..2025-11]", "between September 2025 and November 2025"],
    ["[2025-04-24..]", "24 April 2025 or later"],
    ["[..2021-06]", "June 2021 or earlier"],
    ["", ""],
  ])("says of %s, when a source was written, %s", (edtf, said) => {
    expect(timeSpanInWords(edtf, english.dates)).toBe(said);
  });
});

describe("timeShape", () => {
  it.each([
    ["2017-03-02", "day"],
    ["2017-03", "once"],
    ["[2017..2018]", "once"],
    ["2017/2018", "lasting"],
    ["2017/..", "open"],
    ["../2017", "open"],
    ["[..2017]", "open"],
    ["[2017..]", "open"],
    ["", null],
  ])("tells what %s stands for", (edtf, shape) => {
    expect(timeShape(edtf)).toBe(shape);
  });
});
