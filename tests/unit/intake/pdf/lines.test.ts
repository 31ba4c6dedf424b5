import { expect, test } from "vitest";
import { attachRaised } from "#pipeline/intake/pdf/attach-raised.ts";
import { lineOf, rowsOf, splitAtGaps, textOf } from "#pipeline/intake/pdf/lines.ts";
import type { Run } from "#pipeline/intake/pdf/page-content.ts";

const aRun = (text: string, x: number, { y = 100, size = 10 } = {}): Run => ({
  text,
  x,
  y,
  size,
  right: x + text.length * size * 0.5,
  isBold: false,
  isRaised: false,
});

test("runs on one baseline are a row, from left to right and from top to bottom", () => {
  const rows = rowsOf([aRun("below", 10, { y: 112 }), aRun("right", 60), aRun("left", 10, { y: 101 })]);
  expect(rows.map(({ runs }) => runs.map(({ text }) => text))).toEqual([["left", "right"], ["below"]]);
});

test("a gap between runs is a space", () => {
  expect(textOf([aRun("one", 10), aRun("two", 27), aRun("three", 42)]).text).toBe("one twothree");
});

test("a space that the PDF has is a space, however narrow it is set", () => {
  const [one, two] = [aRun("one", 10), { ...aRun("two", 25.9), isSpaced: true }];
  expect(textOf([one, two]).text).toBe("one two");
  expect(textOf([one, { ...two, isSpaced: false }]).text).toBe("onetwo");
});

test("a row is split at wide gaps", () => {
  const pieces = splitAtGaps([aRun("one", 10), aRun("two", 28), aRun("three", 90)], 1);
  expect(pieces.map((runs) => runs.map(({ text }) => text))).toEqual([["one", "two"], ["three"]]);
});

test.each([
  ["a note", "built.", "12", "built. Then", ["12"]],
  ["several notes", "built.", "3,4", "built. Then", ["3,4"]],
  ["an exponent after a unit", "30 km", "2", "30 km² Then", []],
  ["an exponent after a number", "10", "6", "10⁶ Then", []],
  ["an ordinal", "the 4", "th", "the 4th Then", []],
])("raised letters are %s", (_, before, raised, text, marks) => {
  const first = aRun(before, 10);
  const mark = aRun(raised, first.right, { y: 96, size: 6 });
  const rows = rowsOf(attachRaised([first, mark, aRun("Then", mark.right + 4)]));
  expect(rows.map((row) => textOf(row.runs))).toEqual([{ text, marks }]);
});

test("a line has the size of most of its letters", () => {
  const [row] = rowsOf([aRun("a long text in ten points", 10), aRun("small", 200, { size: 8 })]);
  expect(row === undefined ? null : lineOf(row, 1, null)).toMatchObject({ size: 10, isBold: false, page: 1 });
});
