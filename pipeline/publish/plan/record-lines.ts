import { englishTitles } from "#pipeline/core/titles/english-titles.ts";
import { inOneLine, type TitledRelease } from "#pipeline/core/titles/record-title.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import {
  keyOf,
  type PublishedCells,
  type PublishedRelease,
  rowsOf,
} from "#pipeline/publish/compare/published-release.ts";

/** A record in one line, for people who know no ids; `null` for derived rows, and if nothing is known of it. */
export type LineOf = (row: RowChange) => string | null;

/** Words a record as it is now, in the newer release. A record that is gone is worded as the older release had it. */
export function recordLines(from: PublishedRelease, to: PublishedRelease): LineOf {
  const [older, newer] = [titledRelease(from), titledRelease(to)];
  return ({ table, recordId, isDerived, now, last }) => {
    const cells = now ?? last;
    if (isDerived || cells === null) return null;
    const line = inOneLine(table, cells, now === null ? older : newer, englishTitles);
    return line === "" || line === recordId ? null : line;
  };
}

/** Each table is read when a title first needs it. */
function titledRelease({ tables }: PublishedRelease): TitledRelease {
  const read = new Map<string, ReadonlyMap<string, PublishedCells>>();
  const rowsBy = (columns: readonly string[], name: string): ReadonlyMap<string, PublishedCells> => {
    const table = tables.get(name);
    const rows =
      read.get(name) ??
      new Map((table === undefined ? [] : [...rowsOf(table)]).map((row) => [keyOf(row, columns), row]));
    read.set(name, rows);
    return rows;
  };
  return {
    label: (codelist, code) => rowsBy(["codelist", "code"], "codelists").get(`${codelist}/${code}`)?.label ?? code,
    find: (name, id) => rowsBy(tables.get(name)?.key.slice(0, 1) ?? [], name).get(id) ?? null,
    table: (name) => tables.get(name) ?? null,
  };
}
