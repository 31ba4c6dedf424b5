import { memo } from "#pipeline/core/memo.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { countries } from "#schemas/events/countries.ts";

const byName = new Map(countries.flatMap(({ iso3, names }) => names.map((name) => [plainWords(name), iso3] as const)));
const byNumber = new Map(countries.map(({ iso3, number }) => [Number(number), iso3]));
const codes = new Set(countries.map(({ iso3 }) => iso3));

export interface WrittenCountry {
  readonly iso3: string | null;
  /** ISO 3166-1 numeric. */
  readonly number: string | null;
  readonly name: string | null;
}

/**
 * ISO 3166-1 alpha-3 of the country of an event, from the first of its cells that names one: letters, number, name. Of
 * `Myanmar (Burma)`, also each name by itself is tried. `null` if none is known.
 */
export function countryCode({ iso3, number, name }: WrittenCountry): string | null {
  const letters = iso3?.toUpperCase() ?? "";
  if (codes.has(letters)) return letters;
  return byNumber.get(Number(number ?? Number.NaN)) ?? (name === null ? null : ofName(name));
}

const ofName = memo((name) => {
  const [, outside = "", inside = ""] = /^([^(]*)\(([^)]*)\)/u.exec(name) ?? [];
  for (const tried of [name, outside, inside]) {
    const found = byName.get(plainWords(tried));
    if (found !== undefined) return found;
  }
  return null;
});
