import { expect, test } from "vitest";
import { attachInitials } from "#pipeline/intake/pdf/attach-initials.ts";
import { rowsOf, textOf } from "#pipeline/intake/pdf/lines.ts";
import type { Run } from "#pipeline/intake/pdf/page-content.ts";

const aRun = (text: string, x: number, y: number, size = 10): Run => ({
  text,
  x,
  y,
  size,
  right: x + text.length * size * 0.5,
  isBold: false,
  isRaised: false,
});

const textsOf = (runs: readonly Run[]) => rowsOf(attachInitials(runs)).map((row) => textOf(row.runs).text);

const LINES = [
  aRun("he harbour of the town", 68, 100),
  aRun("was closed in the spring", 68, 112),
  aRun("and opened", 50, 124),
];

test("a large initial begins the first of the lines beside it", () => {
  expect(textsOf([aRun("T", 50, 112, 28), ...LINES])).toEqual([
    "The harbour of the town",
    "was closed in the spring",
    "and opened",
  ]);
});

test("a large letter beside one line, or apart from the text, stays where it is", () => {
  const [first] = LINES;
  expect(textsOf([aRun("A", 50, 112, 28), ...(first === undefined ? [] : [first])])).toHaveLength(2);
  expect(textsOf([aRun("A", 20, 112, 28), ...LINES])[1]).toContain("A ");
});
