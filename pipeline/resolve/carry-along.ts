import { precisionOf, ucdpPrecisionOf } from "#pipeline/core/partial-date.ts";
import { type Cell, isAmount, isPartialDate, joinList, type Row, splitList } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import { actorNameColumn, dateNames, placeNames } from "#schemas/published/derived-columns.ts";

/** Columns that a published row has in addition to its own, so that a reader needs only one file. */
export interface Registers {
  readonly actors: ReadonlyMap<string, CodedRow<"actors">>;
  readonly places: ReadonlyMap<string, CodedRow<"places">>;
}

export const readRegisters = (tables: StagedTables): Registers => ({
  actors: new Map(tables.actors.rows.map(({ values }) => [values.actor_id, values])),
  places: new Map(tables.places.rows.map(({ values }) => [values.place_id, values])),
});

/** Derives the cells that follow from one coded cell: bounds of a date, names of actors, names and codes of a place. */
export type Carrier = (cell: Cell, registers: Registers) => Row;

const NOTHING: Row = {};

/** The function that derives a column's additional cells. The names of these columns are computed only once. */
export function carrierOf({ name, kind, refersTo }: Column): Carrier {
  if (kind === "date") return dateCarrier(name);
  if (refersTo === "places.place_id") return placeCarrier(name);
  if (refersTo !== "actors.actor_id") return () => NOTHING;
  const column = actorNameColumn(name);
  return (cell, { actors }) => ({ [column]: joinList(splitList(cell).map((id) => actors.get(id)?.name ?? "")) });
}

function dateCarrier(name: string): Carrier {
  const { earliest, latest, precision, ucdpPrecision } = dateNames(name);
  return (cell) => {
    const date = isPartialDate(cell) ? cell : null;
    return {
      [earliest]: date?.earliest ?? null,
      [latest]: date?.latest ?? null,
      [precision]: date === null ? null : precisionOf(date),
      [ucdpPrecision]: date === null ? null : ucdpPrecisionOf(date),
    };
  };
}

function placeCarrier(name: string): Carrier {
  const columns = Object.entries(placeNames(name));
  return (cell, { places }) => {
    const place = places.get(String(cell));
    const cells: Record<string, Row[string]> = {};
    for (const [column, from] of columns) {
      const carried = place?.[from] ?? null;
      if (!isPartialDate(carried) && !isAmount(carried)) cells[column] = carried;
    }
    return cells;
  };
}
