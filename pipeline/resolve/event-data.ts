import { groupBy } from "#pipeline/core/group-by.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { RegisterEntry } from "#pipeline/core/resolution.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import type { RecordGroups } from "#pipeline/resolve/record-groups.ts";
import { countedTables } from "#schemas/coded/event-counts.ts";
import { linkedTables } from "#schemas/coded/event-links.ts";
import { type CodedRow, codedAs } from "#schemas/coded-tables.ts";
import { mayPublish } from "#schemas/events/profiles.ts";
import { type PublishedRow, publishedTable } from "#schemas/published-tables.ts";

type EventTable = "event_links" | "event_counts";

/** The published tables whose records the rows of a table may be about. */
const TABLES_OF: Readonly<Record<EventTable, readonly string[]>> = {
  event_links: linkedTables,
  event_counts: countedTables,
};

interface EventData {
  readonly tables: StagedTables;
  readonly groups: Pick<RecordGroups, "find" | "ids">;
}

/** Checks that each row of event_links and event_counts is about a record, and says which rows are not published. */
export const checkEventData = (input: EventData): Issue[] => [
  ...checkRows("event_links", input),
  ...checkOneEvent(input.tables.event_links),
  ...checkRows("event_counts", input),
];

function checkRows(name: EventTable, { tables, groups }: EventData): Issue[] {
  const { path, rows }: { readonly path: string; readonly rows: StagedTables[EventTable]["rows"] } = tables[name];
  const allowed = TABLES_OF[name];
  return rows.flatMap(({ line, values }): Issue[] => {
    const at = (column: string) => ({ file: path, line, column });
    const { table, record_id: recordId, event_source: eventSource } = values;
    if (!allowed.includes(table)) {
      const nearest = nearestOf(table, allowed) ?? allowed[0] ?? null;
      return [{ code: "resolve/unknown-table", at: at("table"), value: table, nearest }];
    }
    const ids = idsOf(table, groups);
    const coded = codedAs(table);
    if (!ids.has(recordId) && !(coded !== null && mayHaveHad(tables[coded], recordId)))
      return [{ code: "resolve/unknown-record", at: at("record_id"), ...unknownRecord(table, recordId, ids, tables) }];
    if (!mayPublish(eventSource))
      return [{ code: "resolve/source-stays-here", at: at("event_source"), eventSource, table: name }];
    const { column, isDecided } = decisionOf(values);
    return isDecided ? [] : [{ code: "resolve/no-verdict", at: at(column), recordId, column }];
  });
}

const idsOf = (table: string, groups: Pick<RecordGroups, "ids">): ReadonlySet<string> =>
  [...groups.ids].find(([name]) => name === table)?.[1] ?? new Set();

function unknownRecord(table: string, recordId: string, ids: ReadonlySet<string>, { retired }: StagedTables) {
  const stone = retired.rows.find(({ values }) => values.table === table && values.record_id === recordId)?.values;
  const isRetired = stone !== undefined;
  return { table, recordId, isRetired, nearest: stone?.replaced_by ?? (isRetired ? null : nearestOf(recordId, ids)) };
}

/** Whether a person or the declared rule decided the row, and the column that says so. */
const decisionOf = (values: CodedRow<EventTable>) =>
  "verdict" in values
    ? { column: "verdict", isDecided: values.verdict !== null }
    : { column: "coder", isDecided: values.coder !== null };

/** A record is one event: it cannot be the same as two events of one edition. */
function checkOneEvent({ path, rows }: StagedTables["event_links"]): Issue[] {
  const same = groupBy(
    rows.filter(({ values }) => values.verdict === "same"),
    ({ values: { table, record_id, event_source, event_edition } }) =>
      JSON.stringify([table, record_id, event_source, event_edition]),
  );
  return [...same.values()].flatMap(([first, ...others]) =>
    others.map(({ line, values: { record_id: recordId } }): Issue => {
      const at = { file: path, line, column: "verdict" };
      const { event_id: firstEventId = "" } = first?.values ?? {};
      return { code: "resolve/second-same-event", at, recordId, firstEventId, firstLine: first?.line ?? null };
    }),
  );
}

type EntriesOf<N extends RegisterEntry["table"]> = Extract<RegisterEntry, { readonly table: N }>;

/** The rows that are decided, of sources that may be published, about records that are. */
export const eventDataEntries = ({ tables, groups }: EventData) => ({
  event_links: (): EntriesOf<"event_links">[] =>
    tables.event_links.rows.flatMap(({ values }) => {
      const { verdict, decided_by } = values;
      if (verdict === null || decided_by === null || !isPublished(values, groups)) return [];
      const row = { ...values, verdict, decided_by };
      return [{ table: "event_links", id: idOf("event_links", row), row, evidence: [] }];
    }),
  event_counts: (): EntriesOf<"event_counts">[] =>
    tables.event_counts.rows.flatMap(({ values }) => {
      const { coder } = values;
      const claim = groups.find(values.table, values.record_id)?.row;
      if (coder === null || claim === undefined || !("attribute" in claim) || !isPublished(values, groups)) return [];
      const { amount_low, amount_best, amount_high, unit, lead_source_id } = claim;
      const row = { ...values, coder, amount_low, amount_best, amount_high, unit, lead_source_id };
      return [{ table: "event_counts", id: idOf("event_counts", row), row, evidence: [] }];
    }),
});

const isPublished = ({ event_source, table, record_id }: CodedRow<EventTable>, groups: Pick<RecordGroups, "ids">) =>
  mayPublish(event_source) && idsOf(table, groups).has(record_id);

/** The parts of the key, joined as in changes.csv. */
const idOf = <N extends EventTable>(name: N, row: PublishedRow<N>): string => {
  const cells = new Map(Object.entries(row));
  return publishedTable(name)
    .key.map((column) => String(cells.get(column)))
    .join("/");
};
