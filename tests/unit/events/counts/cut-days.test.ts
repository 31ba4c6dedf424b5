import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_DAY, LAST_DAY } from "#pipeline/events/aliases.ts";
import { cutDays, partOf } from "#pipeline/events/counts/cut-days.ts";

describe("days are cut", () => {
  it("where a span begins, and after it ends", () => {
    expect(cutDays([{ day_first: 10, day_last: 19 }])).toEqual([
      { day_first: FIRST_DAY, day_last: 9 },
      { day_first: 10, day_last: 19 },
      { day_first: 20, day_last: LAST_DAY },
    ]);
  });

  it("nowhere without a span, and not at open ends", () => {
    const whole = [{ day_first: FIRST_DAY, day_last: LAST_DAY }];
    expect(cutDays([])).toEqual(whole);
    expect(cutDays(whole)).toEqual(whole);
  });

  it("so that events stand to spans by their parts as they do by their days", () => {
    const day = fc.integer({ min: -40, max: 40 });
    const days = fc.tuple(day, fc.nat(30)).map(([first, more]) => ({ day_first: first, day_last: first + more }));
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 6 }), days, (spans, event) => {
        const parts = cutDays(spans);
        const numbers = ({ day_first, day_last }: typeof event) => [partOf(parts, day_first), partOf(parts, day_last)];
        const [first = 0, last = 0] = numbers(event);
        for (const span of spans) {
          const [from = 0, to = 0] = numbers(span);
          expect(first >= from && last <= to).toBe(
            event.day_first >= span.day_first && event.day_last <= span.day_last,
          );
          expect(first <= to && last >= from).toBe(
            event.day_first <= span.day_last && event.day_last >= span.day_first,
          );
        }
      }),
    );
  });
});
