import { expect, test } from "vitest";
import { cutColumns } from "#pipeline/intake/pdf/columns.ts";
import type { Run } from "#pipeline/intake/pdf/page-content.ts";

const WORDS = "ropes and salt for the masons of the upper village";

const aRun = (text: string, x: number, y: number, right: number): Run => ({
  text,
  x,
  y,
  right,
  size: 10,
  isBold: false,
  isRaised: false,
});

/** Full lines from x to right, named so that their order can be seen. */
const block = (name: string, { x, right, y, n = 6 }: { x: number; right: number; y: number; n?: number }): Run[] =>
  Array.from({ length: n }, (_, at) => aRun(`${name}${at} ${WORDS}`, x, y + 12 * at, right));

const orderOf = (runs: readonly Run[]) =>
  cutColumns(runs).regions.map(({ rows, column }) => [rows[0]?.runs[0]?.text.slice(0, 2), rows.length, column]);

test("one column is one region", () => {
  expect(orderOf(block("a", { x: 50, right: 550, y: 100 }))).toEqual([["a0", 6, null]]);
});

test("what stands across the page is read before and after the columns beside each other", () => {
  const runs = [
    ...block("a", { x: 50, right: 550, y: 100, n: 3 }),
    ...block("b", { x: 50, right: 290, y: 150 }),
    ...block("c", { x: 310, right: 550, y: 150 }),
    ...block("d", { x: 50, right: 550, y: 240, n: 2 }),
  ];
  expect(orderOf(runs)).toEqual([
    ["a0", 3, null],
    ["b0", 6, 1],
    ["c0", 6, 2],
    ["d0", 2, null],
  ]);
});

test("a box beside narrower text is a column", () => {
  const runs = [
    ...block("a", { x: 50, right: 550, y: 100, n: 3 }),
    ...block("b", { x: 50, right: 380, y: 140, n: 5 }),
    ...block("c", { x: 400, right: 550, y: 142, n: 5 }),
    ...block("d", { x: 50, right: 550, y: 215, n: 4 }),
  ];
  expect(orderOf(runs).map(([name]) => name)).toEqual(["a0", "b0", "c0", "d0"]);
});

test("gutters of other pages, with other margins and several times, leave the columns of a page as they are", () => {
  const runs = [...block("a", { x: 50, right: 290, y: 100 }), ...block("b", { x: 310, right: 550, y: 100 })];
  const known = [300, 287, 287, 300, 301, 313];
  expect(cutColumns(runs, known).regions.map(({ rows }) => rows[0]?.runs[0]?.text.slice(0, 2))).toEqual(["a0", "b0"]);
});

test("a page with little text has the gutter that other pages have", () => {
  const runs = [
    ...block("a", { x: 50, right: 290, y: 100, n: 2 }),
    ...block("b", { x: 310, right: 550, y: 100, n: 2 }),
  ];
  expect(cutColumns(runs).regions).toHaveLength(1);
  expect(cutColumns(runs, [300, 300]).regions).toHaveLength(2);
});

test("short cells beside each other are no columns", () => {
  const runs = [1, 2, 3, 4].flatMap((row) => [
    aRun("Salt", 50, 100 + 12 * row, 70),
    aRun("12", 200, 100 + 12 * row, 210),
    aRun("40", 300, 100 + 12 * row, 310),
  ]);
  expect(cutColumns(runs).gutters).toEqual([]);
});

test("a page with little text is cut where other pages are cut", () => {
  const runs = [
    ...block("a", { x: 50, right: 290, y: 100, n: 2 }),
    ...block("b", { x: 310, right: 550, y: 100, n: 1 }),
  ];
  expect(cutColumns(runs).gutters).toEqual([]);
  expect(cutColumns(runs, [300]).regions).toHaveLength(2);
});
