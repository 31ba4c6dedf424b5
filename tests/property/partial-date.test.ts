import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePartialDate, readPartialDate, spanInDays } from "#pipeline/core/partial-date.ts";

const two = (number: number) => String(number).padStart(2, "0");
const year = fc.integer({ min: 1000, max: 2999 });
const month = fc.integer({ min: 1, max: 12 });
const days = fc.integer({ min: 1, max: 28 });

/** Where the library `edtf` is right: not quadrimesters, not sets, not 29 February, not X with a qualifier. */
const point = fc.oneof(
  fc.tuple(year, month, days).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
  year.map(String),
  fc.tuple(year, month, fc.constantFrom("~", "?", "%")).map(([y, m, mark]) => `${y}-${two(m)}${mark}`),
  fc.tuple(year, fc.constantFrom(33, 34, 35, 36, 40, 41)).map(([y, part]) => `${y}-${part}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}-XX`),
  year.map((y) => `${y}-XX`),
  fc.integer({ min: 100, max: 299 }).map((decade) => `${decade}X`),
);

/** Good and bad dates: parts of dates in any order, and two of them as an interval or a set. */
const part = fc.constantFrom("2017", "2018", "201X", "-02", "-12", "-XX", "-41", "-21", "-28", "-30", "~", "", "..");
const dateLike = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(""));
const interval = fc
  .tuple(dateLike, dateLike, fc.boolean())
  .map(([from, to, isSet]) => (isSet ? `[${from}..${to}]` : `${from}/${to}`));

const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

describe("partial dates", () => {
  it("have the bounds that the library edtf gives them, where that is right", () => {
    fc.assert(
      fc.property(point, (text) => {
        const { min, max } = edtf(text);
        expect(parsePartialDate(text)).toEqual({ edtf: text, earliest: iso(min), latest: iso(max) });
      }),
      { numRuns: 500 },
    );
  });

  it("run from the start of the first to the end of the second, as intervals and as sets", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [from, to] = [readPartialDate(a), readPartialDate(b)];
        const fault =
          String(to.latest) < String(from.earliest)
            ? "backwards"
            : String(from.latest) >= String(to.earliest)
              ? "overlapping-ends"
              : null;
        const expected = fault ?? { earliest: from.earliest, latest: to.latest };
        for (const text of [`${a}/${b}`, `[${a}..${b}]`]) {
          const parsed = parsePartialDate(text);
          if (typeof expected === "string") expect(parsed).toBe(expected);
          else expect(parsed).toEqual({ edtf: text, ...expected });
        }
      }),
    );
  });

  it("never end before they begin, and last at least a day", () => {
    fc.assert(
      fc.property(fc.oneof(dateLike, interval), (text) => {
        const date = parsePartialDate(text);
        if (typeof date === "string") return;
        expect(spanInDays(date)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });
});
