import type { ResolvedRecord, Statement } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { DecidedFor } from "#pipeline/resolve/decisions.ts";
import { rankSteps, type Step } from "#pipeline/resolve/expansion-order.ts";
import type { RecordColumns } from "#pipeline/resolve/record-columns.ts";
import { type ResolutionContext, recordColumns, resolveRecord } from "#pipeline/resolve/records.ts";
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
  /** The records that several statements make. */
  readonly joint: () => Generator<ResolvedRecord>;
  /** All steps of the expansion. */
  readonly steps: () => readonly Step[];
  readonly find: (table: string, id: string, decidedFor?: DecidedFor) => ResolvedRecord | null;
}

export function groupRecords(statements: Statements, context: ResolutionContext): RecordGroups {
  const groups = groupByTable(statements);
  let known: readonly Step[] | null = null;
  const steps = () => {
    known ??= stepsOf(groups.get("expansion_timeline"), context);
    return known;
  };
  const derivedOf = (table: StatedTableName): ((id: string) => Row) => {
    if (table !== "expansion_timeline") return () => ({});
    const ranks = rankSteps(steps());
    return (id) => ({ sequence: ranks.get(id) ?? null });
  };
  return {
    nRecords: [...groups.values()].reduce((sum, { byRecord }) => sum + byRecord.size, 0),
    ids: new Map([...groups].map(([table, { byRecord }]) => [table, new Set(byRecord.keys())])),
    records: function* records(table) {
      const group = groups.get(table);
      if (group === undefined) return;
      const derived = derivedOf(table);
      for (const [id, spoken] of group.byRecord) yield resolveRecord(group.columns, spoken, context, derived(id));
    },
    joint: function* joint() {
      for (const { columns, byRecord } of groups.values())
        for (const spoken of byRecord.values()) if (spoken.length > 1) yield resolveRecord(columns, spoken, context);
    },
    steps,
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

/** All steps of the expansion, resolved for what depends on all of them. They are resolved again one by one when they are published. */
function stepsOf(group: Group | undefined, context: ResolutionContext): Step[] {
  return [...(group?.byRecord.values() ?? [])].flatMap((spoken) => {
    const { row } = resolveRecord(group?.columns ?? new Map(), spoken, context);
    if (!("step_type" in row)) return [];
    const { record_id, actor_id, actor, country, iso3, date, date_earliest, date_latest, date_precision, date_prec } =
      row;
    return [{ record_id, actor_id, actor, country, iso3, date, date_earliest, date_latest, date_precision, date_prec }];
  });
}
