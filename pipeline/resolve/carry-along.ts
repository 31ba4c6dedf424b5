import { precisionOf, readPartialDate, ucdpPrecisionOf } from "#pipeline/core/partial-date.ts";
import { joinList, type Row, splitList, type Value } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { NamedColumn } from "#schemas/column.ts";
import { datePrecName } from "#schemas/published/statement.ts";

/** What a published row carries along with its own cells, so that one file is enough to a reader. */
export interface Registers {
  readonly actors: ReadonlyMap<string, Row>;
  readonly places: ReadonlyMap<string, Row>;
}

export const readRegisters = (tables: StagedTables): Registers => ({
  actors: new Map((tables.get("actors")?.rows ?? []).map(({ values }) => [String(values.actor_id), values])),
  places: new Map((tables.get("places")?.rows ?? []).map(({ values }) => [String(values.place_id), values])),
});

/** The columns that follow from one coded column: bounds of a date, names of actors, names and codes of a place. */
export function carriedAlong(
  { name, kind, refersTo }: NamedColumn,
  row: Row,
  registers: Registers,
): Record<string, Value> {
  const value = row[name] ?? null;
  if (kind === "date") return dateColumns(name, value);
  if (refersTo === "places.place_id")
    return placeColumns(name.replace(/place_id$/u, ""), registers.places.get(String(value)));
  if (refersTo !== "actors.actor_id") return {};
  const names = splitList(value).map((id) => String(registers.actors.get(id)?.name ?? ""));
  return { [name.replace(/_ids?$/u, "")]: joinList(names) };
}

function dateColumns(name: string, value: Value): Record<string, Value> {
  const date = typeof value === "string" ? readPartialDate(value) : null;
  return {
    [`${name}_earliest`]: date?.earliest ?? null,
    [`${name}_latest`]: date?.latest ?? null,
    [`${name}_precision`]: date === null ? null : precisionOf(date),
    [datePrecName(name)]: date === null ? null : ucdpPrecisionOf(date),
  };
}

const PLACE_COLUMNS = ["country", "iso3", "admin1", "admin1_pcode", "admin2", "latitude", "longitude", "where_prec"];

function placeColumns(prefix: string, place: Row | undefined): Record<string, Value> {
  if (prefix !== "")
    return { [`${prefix}country`]: place?.country ?? null, [`${prefix}location`]: place?.name ?? null };
  return {
    location: place?.name ?? null,
    ...Object.fromEntries(PLACE_COLUMNS.map((column) => [column, place?.[column] ?? null])),
  };
}
