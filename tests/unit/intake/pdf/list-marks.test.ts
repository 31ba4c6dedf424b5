import { expect, test } from "vitest";
import { listMark } from "#pipeline/intake/pdf/list-marks.ts";

test.each([
  ["• salt", "bullet"],
  ["– salt", "dash"],
  ["2. Ropes", "number"],
  ["(b) Ropes", "number"],
  ["iv) Ropes", "number"],
])("%s opens an item", (text, kind) => {
  expect(listMark(text)?.kind).toBe(kind);
});

test.each(["salt", "2019. Ropes", "-5 degrees", "•", "a lamp", "12"])("%s opens none", (text) => {
  expect(listMark(text)).toBeNull();
});
