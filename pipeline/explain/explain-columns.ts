import { formatPlace } from "#pipeline/core/format-issue.ts";
import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Claim, ColumnResolution, Entry, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { type Row, splitList } from "#pipeline/core/row.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { ExplainedColumn, WhyNot } from "#pipeline/explain/explanation.ts";
import type { Found } from "#pipeline/explain/find-record.ts";
import { codelists } from "#schemas/codelists.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { publishedTable } from "#schemas/published-tables.ts";

type Decisions = StagedTable<"decisions">;

/** The requested column, or all columns with a value. Throws a UsageError if the record has no such column. */
export function explainColumns({ entry, column }: Found, decisions: Decisions): ExplainedColumn[] {
  const { table, id } = entry;
  const row: Row = entry.row;
  const { row: schema, key } = publishedTable(table);
  const published = columnsOf(schema);
  const origins = originsOf(table);
  if (column === null) {
    const isShown = (name: string) => !isCarried(name, origins) && name !== key.at(-1);
    const own = published.filter(({ name }) => isShown(name) && (row[name] ?? null) !== null);
    return own.map((one) => explainColumn(one, origins.get(one.name), { entry, decisions }));
  }
  const asked =
    published.find(({ name }) => name === column) ?? [...origins.values()].find(({ name }) => name === column);
  if (asked !== undefined) {
    const one = explainColumn(asked, origins.get(asked.name) ?? asked, { entry, decisions });
    return [{ ...one, description: [asked.description, ...meaningsOf(one, asked.codelist)].join(" ") }];
  }
  const names = [...published.map(({ name }) => name), ...[...origins.values()].map(({ name }) => name)];
  const owner = entry.columns === undefined ? table : id;
  throw new UsageError(`${owner} has no column ${column}.${didYouMean(nearestOf(column, names))}`);
}

/** What the codes of a column's value mean: `embargo: Goods are kept from a place or area.` */
const meaningsOf = ({ values }: ExplainedColumn, codelist: string | undefined): string[] =>
  Object.values(values).flatMap((value) =>
    splitList(value).flatMap((code) => {
      const known = codelists.find(({ name }) => name === codelist)?.codes.find((entry) => entry.code === code);
      return known === undefined ? [] : [`${code}: ${known.definition}`];
    }),
  );

/** Whether a column only repeats another in a different form: the bounds of a date, the name of an actor. */
export const isCarried = (name: string, origins: ReadonlyMap<string, Column>) => {
  const origin = origins.get(name);
  return origin !== undefined && origin.name !== name && origin.kind !== "amount";
};

function explainColumn(
  { name, title, description }: Column,
  origin: Column | undefined,
  { entry, decisions }: { entry: Entry; decisions: Decisions },
): ExplainedColumn {
  const row: Row = entry.row;
  const resolution = entry.columns?.find(({ column }) => column.name === origin?.name);
  return {
    name,
    title,
    description,
    values: name in row ? { [name]: row[name] ?? null } : (resolution?.published ?? {}),
    from: origin === undefined || origin.name === name ? null : origin.name,
    isCoded: entry.columns !== undefined && origin !== undefined,
    rule: resolution?.rule ?? null,
    agreement: resolution?.agreement ?? null,
    claims: entry.columns === undefined || resolution === undefined ? [] : claimsOf(resolution, entry),
    decision: resolution?.rule === "decision" ? findDecision(entry, resolution, decisions) : null,
  };
}

const claimsOf = (resolution: ColumnResolution, record: ResolvedRecord) =>
  resolution.claims.map((claim) => ({
    value: claim.row.value,
    status: claim.row.status,
    statement: record.statements.indexOf(claim.statement) + 1,
    whyNot: whyNot(claim, resolution, record),
  }));

function whyNot(
  { counts, statement }: Claim,
  { column, rule, claims }: ColumnResolution,
  record: ResolvedRecord,
): WhyNot | null {
  // Under a decision, no other source counts, whatever it says.
  if (counts || rule === "decision") return null;
  if (record.silentSources.has(statement.sourceId)) return "retelling";
  if (rule === "lead" || column.follows !== undefined) return "not-leading";
  if (column.isAboutSource === true) return "set-aside";
  const hasLead = claims.some((claim) => claim.statement === record.statements[0]);
  return column.kind === "date" && !hasLead ? "undated-lead" : "weaker";
}

function findDecision(
  { table, id }: Entry,
  { column }: ColumnResolution,
  { path, rows }: Decisions,
): ExplainedColumn["decision"] {
  const decision = rows.find(
    ({ values }) => values.table === table && values.record_id === id && values.column === column.name,
  );
  if (decision === undefined) return null;
  const { source_id: sourceId, reason } = decision.values;
  return { sourceId, reason, at: formatPlace({ file: path, line: decision.line, column: null }) };
}
