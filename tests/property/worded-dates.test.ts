import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPartialDate } from "#pipeline/core/partial-date.ts";
import { isContradicted } from "#pipeline/resolve/plausible/worded-dates.ts";

const two = (number: number) => String(number).padStart(2, "0");
const aYear = fc.integer({ min: 1000, max: 2099 });
const aMonth = fc.integer({ min: 1, max: 12 });
const aDay = fc.integer({ min: 1, max: 28 });
const aLanguage = fc.constantFrom("en-GB", "en-US", "fr-FR");

/** A day in the words of a language, as the calendar of the platform writes it. */
const inWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

describe("a day in words, in English or French", () => {
  it("agrees with the day, its month and its year, and with no other day", () => {
    fc.assert(
      fc.property(aYear, aMonth, aDay, aDay, aLanguage, (year, month, number, another, language) => {
        const [day, other] = [number, another].map((one) => `${year}-${two(month)}-${two(one)}`);
        const words = inWords(String(day), language);
        const agrees = (edtf: string) => !isContradicted(words, readPartialDate(edtf));
        expect([String(day), `${year}-${two(month)}`, String(year)].filter((edtf) => !agrees(edtf))).toEqual([]);
        expect(agrees(String(other))).toBe(number === another);
        expect(agrees(String(year - 1 < 1000 ? year + 1 : year - 1))).toBe(false);
      }),
    );
  });
});
