import { groupBy } from "#pipeline/core/group-by.ts";
import type { DrawnRow } from "./drawn-row.ts";

/** An incident or a pattern of economic warfare. */
export interface WarfareRecord {
  readonly table: "economic_warfare_incidents" | "economic_warfare_patterns";
  readonly row: DrawnRow;
}

/** The columns that are no country: a private character keeps them apart from every name. */
export const SEVERAL = "\uE000several";
export const NOWHERE = "\uE000nowhere";

/** The records of one mode by tactic and country. */
export interface WarfareMatrix {
  readonly mode: string;
  readonly tactics: readonly string[];
  /** Countries by name, then `SEVERAL` and `NOWHERE` as far as there are such records. */
  readonly columns: readonly string[];
  readonly at: (tactic: string, column: string) => readonly WarfareRecord[];
}

/** Both tables of a release, told apart. */
export const warfareRecords = (rows: (table: string) => readonly DrawnRow[]): WarfareRecord[] =>
  (["economic_warfare_incidents", "economic_warfare_patterns"] as const).flatMap((table) =>
    rows(table).map((row) => ({ table, row })),
  );

/** One matrix for each mode. Modes and tactics are in the order of the rows of `codelists`. */
export function warfareMatrices(rows: (table: string) => readonly DrawnRow[]): WarfareMatrix[] {
  const codesOf = (list: string) =>
    rows("codelists").flatMap(({ codelist, code = "" }) => (codelist === list ? [code] : []));
  const byMode = groupBy(warfareRecords(rows), ({ row }) => row.mode ?? "");
  const tactics = codesOf("tactic");
  return codesOf("mode").flatMap((mode) => {
    const records = byMode.get(mode) ?? [];
    return records.length === 0 ? [] : [matrixOf(mode, records, tactics)];
  });
}

function matrixOf(mode: string, records: readonly WarfareRecord[], tactics: readonly string[]): WarfareMatrix {
  const cells = groupBy(records, ({ row }) => `${row.tactic}/${columnOf(row)}`);
  const used = new Set(records.map(({ row }) => row.tactic ?? ""));
  const columns = [...new Set(records.map(({ row }) => columnOf(row)))];
  const special = [SEVERAL, NOWHERE];
  return {
    mode,
    tactics: tactics.filter((code) => used.has(code)),
    columns: [
      ...columns.filter((name) => !special.includes(name)).sort(),
      ...special.filter((name) => columns.includes(name)),
    ],
    at: (tactic, column) => cells.get(`${tactic}/${column}`) ?? [],
  };
}

/** A place in several countries has no country, but is a place. */
const columnOf = ({ country = "", place_id: place = "" }: DrawnRow) => country || (place === "" ? NOWHERE : SEVERAL);

/** How many of the records are incidents, and how many patterns. */
export function countWarfare(records: readonly WarfareRecord[]): {
  readonly incidents: number;
  readonly patterns: number;
} {
  const incidents = records.filter(({ table }) => table === "economic_warfare_incidents").length;
  return { incidents, patterns: records.length - incidents };
}
