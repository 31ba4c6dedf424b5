import { byColumns } from "#pipeline/core/order.ts";
import type { Row } from "#pipeline/core/row.ts";

const inTime = byColumns(["date_earliest", "date_latest", "record_id"]);

/** Puts each actor's dated steps in order of time, and finds the first of them in each country. */
export function orderExpansion(rows: readonly Row[]): Row[] {
  const sequences = new Map<string, number>();
  const firsts = new Map<string, Row>();
  const ordered = [...rows].sort(inTime).map((row): Row => {
    const isDated = row.date_earliest !== null;
    const actor = String(row.actor_id);
    if (isDated) sequences.set(actor, (sequences.get(actor) ?? 0) + 1);
    if (isDated && row.country !== null && !firsts.has(countryKey(row))) firsts.set(countryKey(row), row);
    return { ...row, sequence: isDated ? (sequences.get(actor) ?? null) : null };
  });
  return ordered.map((row) => {
    const first = firsts.get(countryKey(row));
    return { ...row, country_first_date: first?.date ?? null, is_first_in_country: first?.record_id === row.record_id };
  });
}

const countryKey = (row: Row) => `${row.actor_id}\n${row.country}`;
