import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import { firstLevelUnits } from "#pipeline/core/outlines.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import type { Finding } from "./finding.ts";

interface Known {
  readonly known: string;
  readonly from: "outlines" | "places";
  readonly otherLine: number | null;
}

/** P-codes that the outlines, or another row about the same list, have for another unit. */
export function misplacedCodes({ path, rows }: StagedTable<"places">, outlines: readonly OutlinedUnit[]): Finding[] {
  const findOther = pairsSeen();
  return rows.flatMap(({ line, values: place }) =>
    (["admin1", "admin2"] as const).flatMap((level): Finding[] => {
      const column = `${level}_pcode` as const;
      const [name, pcode] = [place[level], place[column]];
      if (name === null || pcode === null) return [];
      const inRow = findOther(place, { level, name, pcode, line });
      const contradicted = inRow ?? (level === "admin1" ? inOutlines(place, outlines) : null);
      if (contradicted === null) return [];
      const check = { table: "places", recordId: place.place_id, column, value: `${pcode} for ${name}` };
      return [{ code: "resolve/pcode-of-another-unit", at: { file: path, line, column }, check, ...contradicted }];
    }),
  );
}

interface Pair {
  readonly level: "admin1" | "admin2";
  readonly name: string;
  readonly pcode: string;
  readonly line: number;
}

/** Compares a code and its name with those of the rows before: within one list, neither has a second one. */
function pairsSeen(): (place: CodedRow<"places">, pair: Pair) => Known | null {
  const first = new Map<string, Pair>();
  return ({ iso3, admin1_pcode: above, pcode_valid_from: list }, pair) => {
    const { level, name, pcode } = pair;
    const within = [level, list, iso3, level === "admin2" ? above : null];
    const keys = [`name ${name}`, `pcode ${pcode}`].map((key) => JSON.stringify([...within, key]));
    for (const key of keys) {
      const other = first.get(key);
      if (other === undefined) first.set(key, pair);
      else if (other.name !== name || other.pcode !== pcode)
        return { known: `${other.pcode} for ${other.name}`, from: "places", otherLine: other.line };
    }
    return null;
  };
}

/** What the outlines have, where they number the units as the P-codes do. */
function inOutlines(place: CodedRow<"places">, outlines: readonly OutlinedUnit[]): Known | null {
  const country = outlines.filter((unit) => unit.country === place.iso3);
  const [named] = firstLevelUnits({ admin1: place.admin1, admin1_pcode: null }, country);
  const coded = firstLevelUnits({ admin1: null, admin1_pcode: place.admin1_pcode }, country);
  if (named === undefined || coded.includes(named) || !/-\d+$/u.test(named.id)) return null;
  return { known: `${named.id} for ${named.name}`, from: "outlines", otherLine: null };
}
