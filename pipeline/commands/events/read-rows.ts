import type { Issue } from "#pipeline/core/issue.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import { isBlankRow, isTagRow, namedWidth } from "#pipeline/events/import/csv-form.ts";
import { type MappedColumns, mapColumns } from "#pipeline/events/import/map-columns.ts";
import { type DayOrder, shownOrder } from "#pipeline/events/import/read-day.ts";
import { eventReader, type ReadEvent, type Reading } from "#pipeline/events/import/read-event.ts";
import type { EventProfile } from "#schemas/events/profile.ts";
import type { EventTable } from "./open-table.ts";
import { Refused, refusedFor } from "./refused.ts";

/** Takes what is read of one file. */
export interface RowSink {
  readonly event: (event: ReadEvent, line: number) => void;
  /** `eventId`: that of the row. */
  readonly issue: (issue: Issue, eventId: string | null) => void;
}

/** How the dates of a file that are like 03/04/2021 were read, and whether one of its rows showed it. */
export interface FoundOrder {
  readonly order: DayOrder;
  readonly isShown: boolean;
}

/** How one file was read; `dayOrder` is `null` if no date needed it. */
export interface FileReading extends Counts {
  readonly dayOrder: FoundOrder | null;
}

interface Counts {
  readonly nRows: number;
  readonly nUnread: number;
}

export interface ReadingContext {
  readonly profile: EventProfile;
  readonly keyOf: Reading["keyOf"];
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Reads the events of one file. `begin` gives a new sink: if it turns out that the order of day and month is needed, all
 * rows are looked at for it, and the reading begins again.
 */
export async function readFileRows(
  table: EventTable,
  context: ReadingContext,
  begin: () => RowSink,
): Promise<FileReading> {
  const first = await readOnce(table, { ...context, order: null }, begin());
  if (first !== "order") return { ...first, dayOrder: null };
  const dayOrder = await findDayOrder(table, context);
  const again = await readOnce(table, { ...context, order: dayOrder.order }, begin());
  if (again === "order") throw new Error("The order of day and month is known.");
  return { ...again, dayOrder };
}

async function readOnce(
  table: EventTable,
  context: ReadingContext & Pick<Reading, "order">,
  sink: RowSink,
): Promise<Counts | "order"> {
  let [nRows, nUnread] = [0, 0];
  let read: ReturnType<typeof eventReader> | null = null;
  for await (const rows of eventRows(table, context))
    for (const { cells, line } of rows) {
      if (read === null) {
        const columns = columnsOf(table, cells, context.profile);
        read = eventReader({ ...context, columns, width: namedWidth(cells) });
        continue;
      }
      const row = read(cells);
      if (row === "order") return "order";
      nRows += 1;
      for (const { column, issue } of row.issues)
        sink.issue({ at: { file: table.path, line, column }, ...issue }, row.eventId);
      if (row.event === null) nUnread += 1;
      else sink.event(row.event, line);
    }
  if (nRows === 0) throw refusedFor({ code: "events/no-rows" }, { file: table.path });
  return { nRows, nUnread };
}

interface PlacedRow {
  readonly cells: readonly string[];
  /** The line on which it begins. */
  readonly line: number;
}

/** The header and the rows of events, many at a time, without the tags of HXL below the header. */
async function* eventRows(table: EventTable, { signal, progress }: ReadingContext): AsyncGenerator<PlacedRow[]> {
  let position = 0;
  for await (const { rows, lines } of table.rows()) {
    signal.throwIfAborted();
    const before = position;
    const placed = rows.map((cells, at) => ({ cells, line: lines[at] ?? 0 }));
    yield placed.filter(({ cells }, at) => !((before + at === 1 && isTagRow(cells)) || isBlankRow(cells)));
    position += rows.length;
    progress.doing(`${table.path}: ${position.toLocaleString("en-US")} rows`);
  }
}

function columnsOf(table: EventTable, header: readonly string[], profile: EventProfile): MappedColumns {
  const mapped = mapColumns(header, profile);
  if (!("issues" in mapped)) return mapped;
  throw new Refused(
    mapped.issues.map(({ column, issue }) => ({ at: { file: table.path, line: 1, column }, ...issue })),
  );
}

/** Looks at the dates of all rows: one form holds for the whole file. Throws `Refused` if they show both. */
async function findDayOrder(table: EventTable, context: ReadingContext): Promise<FoundOrder> {
  const shown = new Map<DayOrder, string>();
  let columns: MappedColumns | null = null;
  for await (const rows of eventRows(table, context))
    for (const { cells } of rows) {
      if (columns === null) {
        columns = columnsOf(table, cells, context.profile);
        continue;
      }
      for (const column of [columns.date_start, columns.date_end]) {
        const date = (column === undefined ? undefined : cells[column.position])?.trim() ?? "";
        const order = shownOrder(date);
        if (order !== null && !shown.has(order)) shown.set(order, date);
      }
    }
  const [dayFirst, monthFirst] = [shown.get("day_first"), shown.get("month_first")];
  if (dayFirst !== undefined && monthFirst !== undefined)
    throw refusedFor({ code: "events/two-day-orders", dayFirst, monthFirst }, { file: table.path });
  const [found] = shown.keys();
  return { order: found ?? context.profile.day_order, isShown: found !== undefined };
}
