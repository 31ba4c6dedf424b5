import type { ResolvedRecord, Statement } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { DecidedFor } from "#pipeline/resolve/decisions.ts";
import { orderExpansion } from "#pipeline/resolve/expansion-order.ts";
import { type RecordColumns, type ResolutionContext, recordColumns, resolveRecord } from "#pipeline/resolve/records.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import { contentColumns, type StatedTableName, statementTableNames } from "#schemas/coded-tables.ts";

/** The statements of one published table by record, with records in code-unit order of their ids. */
interface Group {
  readonly columns: RecordColumns;
  readonly byRecord: Map<string, readonly Statement[]>;
}

/** Statements grouped into records. Each record is resolved when it is requested, and not kept in memory. */
export interface RecordGroups {
  readonly nRecords: number;
  /** By published table, the ids of its records. */
  readonly ids: ReadonlyMap<StatedTableName, ReadonlySet<string>>;
  readonly records: (table: StatedTableName) => Generator<ResolvedRecord>;
  readonly find: (table: string, id: string, decidedFor?: DecidedFor) => ResolvedRecord | null;
}

export function groupRecords(statements: Statements, context: ResolutionContext): RecordGroups {
  const groups = groupByTable(statements);
  const derivedOf = (table: StatedTableName) =>
    table === "expansion_timeline" ? expansionCells(groups.get(table), context) : () => ({});
  return {
    nRecords: [...groups.values()].reduce((sum, { byRecord }) => sum + byRecord.size, 0),
    ids: new Map([...groups].map(([table, { byRecord }]) => [table, new Set(byRecord.keys())])),
    records: function* records(table) {
      const group = groups.get(table);
      if (group === undefined) return;
      const derived = derivedOf(table);
      for (const [id, spoken] of group.byRecord) yield resolveRecord(group.columns, spoken, context, derived(id));
    },
    find: (name, id, decidedFor = context.decidedFor) => {
      const [table, group] = [...groups].find(([candidate]) => candidate === name) ?? [];
      const spoken = group?.byRecord.get(id);
      if (table === undefined || group === undefined || spoken === undefined) return null;
      return resolveRecord(group.columns, spoken, { ...context, decidedFor }, derivedOf(table)(id));
    },
  };
}

function groupByTable(statements: Statements): ReadonlyMap<StatedTableName, Group> {
  const groups = new Map<StatedTableName, Group>();
  for (const name of statementTableNames) {
    const columns = recordColumns(contentColumns(name));
    for (const [id, spoken] of statements[name].byRecord) {
      const [first] = spoken;
      if (first === undefined) continue;
      const group = groups.get(first.table) ?? { columns, byRecord: new Map() };
      groups.set(first.table, group);
      group.byRecord.set(id, spoken);
    }
  }
  return groups;
}

const NO_PLACE = { sequence: null, country_first_date: null, is_first_in_country: false };

/** The cells of a step that depend on all other steps. All steps are resolved once for the order only, and again one by one. */
function expansionCells(group: Group | undefined, context: ResolutionContext): (id: string) => Row {
  if (group === undefined) return () => NO_PLACE;
  const steps = [...group.byRecord.values()].flatMap((spoken) => {
    const { row } = resolveRecord(group.columns, spoken, context);
    if (!("step_type" in row)) return [];
    const { record_id, actor_id, country, date, date_earliest, date_latest } = row;
    return [{ record_id, actor_id, country, date, date_earliest, date_latest }];
  });
  const order = orderExpansion(steps);
  return (id) => order.get(id) ?? NO_PLACE;
}
