import { plainWords } from "#pipeline/core/plain-words.ts";

/** A first-level unit in the list of P-codes (`raw/outlines/pcodes.csv`). */
export interface Admin1Unit {
  /** ISO 3166-1 alpha-3 of its country. */
  readonly iso3: string;
  readonly pcode: string;
  /** Its name, and other names for it or for newer units within it. */
  readonly names: readonly string[];
}

/** Words that say which kind of unit it is; one source writes them, another does not. */
const KIND =
  /\b(?:region|province|state|department|departement|governorate|prefecture|district|territory|county|autonomous|autonome|ville|city)\b/gu;
/** What may remain of a name in front once such a word is gone. */
const ARTICLE = /^(?:(?:de|du|des|la|le|of|the|d) )+/u;
/** `d'Abidjan`: plain words have no apostrophe. */
const ELISION = /(?<=^|\s)d['’](?=\p{L})/giu;

/** `Région de Ségou`, `Segou region` and `SEGOU` are `segou`. A name that has only such words is kept whole. */
export function plainUnitName(name: string): string {
  const whole = plainWords(name.replaceAll(ELISION, ""));
  const bare = whole.replaceAll(KIND, " ").replaceAll(/\s+/gu, " ").trim().replace(ARTICLE, "");
  return bare === "" ? whole : bare;
}

/**
 * The key of a first-level unit, the same for events and for the places of records: its P-code if the list has the
 * name, else `ISO3:plain name`; `null` if country or unit is not known.
 */
export function admin1Keys(
  units: readonly Admin1Unit[],
): (iso3: string | null, admin1: string | null) => string | null {
  const pcodes = new Map(
    units.flatMap(({ iso3, pcode, names }) => names.map((name) => [nameKey(iso3, name), pcode] as const)),
  );
  const known = new Map<string, string>();
  return (iso3, admin1) => {
    if (iso3 === null || admin1 === null) return null;
    const written = `${iso3}:${admin1}`;
    const cached = known.get(written);
    if (cached !== undefined) return cached;
    const key = nameKey(iso3, admin1);
    const found = pcodes.get(key) ?? key;
    known.set(written, found);
    return found;
  };
}

const nameKey = (iso3: string, name: string) => `${iso3}:${plainUnitName(name)}`;
