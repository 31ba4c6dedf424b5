import { byColumns } from "#pipeline/core/order.ts";
import type { ColumnResolution, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { StatedTableName } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import { type PublishedRow, publishedTable, publishedTableNames } from "#schemas/published-tables.ts";

type ClaimRow = PublishedRow<"claims">;
type Source = PublishedRow<"source_provenance">;

/** A record and the claims in one of its columns, with accepted claims first. */
export interface WorkedExample {
  readonly table: StatedTableName;
  readonly record: PublishedRow<StatedTableName>;
  readonly column: string;
  readonly claims: readonly ClaimRow[];
}

/** One record of a release for each kind of agreement; `null` if there is no such record. */
export interface AgreementExamples {
  readonly corroborated: WorkedExample | null;
  readonly compatible: WorkedExample | null;
  readonly conflicting: WorkedExample | null;
}

/** Watches records in the order of the release, and keeps the first example of each kind of agreement. */
export function collectAgreementExamples(sources: readonly Source[]) {
  const slots = {
    corroborated: slot(
      "corroborated",
      (claims, _, column) => !mustAgree(column) && valuesOf(claims).size === 1 && areIndependent(claims, sources),
    ),
    compatibleDate: slot("compatible", (claims) => isDate(claims) && hasCompatible(claims)),
    compatible: slot("compatible", (claims) => valuesOf(claims).size > 1),
    conflicting: slot("conflicting", (claims, record) => valuesOf(claims).size > 1 && isNamed(claims, record)),
  };
  return {
    add: (record: ResolvedRecord) => {
      for (const { offer } of Object.values(slots)) offer(record);
    },
    examples: (): AgreementExamples => ({
      corroborated: slots.corroborated.best(),
      compatible: slots.compatibleDate.best() ?? slots.compatible.best(),
      conflicting: slots.conflicting.best(),
    }),
  };
}

type IsGood = (claims: readonly ClaimRow[], record: ResolvedRecord["row"], column: Column) => boolean;

function slot(agreement: ResolvedRecord["row"]["agreement"], isGood: IsGood) {
  let best: WorkedExample | null = null;
  return {
    best: () => best,
    offer: ({ table, row, columns }: ResolvedRecord) => {
      if (row.agreement !== agreement || (best !== null && !comesBefore({ table, record: row }, best))) return;
      for (const resolution of columns.filter(isShown)) {
        const claims = resolution.claims.map((claim) => claim.row);
        if (claims.length < 2 || !isGood(claims, row, resolution.column)) continue;
        best = { table, record: row, column: resolution.column.name, claims: claims.toSorted(acceptedFirst) };
        return;
      }
    },
  };
}

type Ranked = Pick<WorkedExample, "table" | "record">;

function comesBefore(a: Ranked, b: Ranked): boolean {
  if (a.table !== b.table) return publishedTableNames.indexOf(a.table) < publishedTableNames.indexOf(b.table);
  const { sort, key } = publishedTable(a.table);
  return byColumns([...sort, ...key])(a.record, b.record) < 0;
}

/** Columns in which sources can disagree. */
const isShown = ({ column: { rule, kind, isAboutSource } }: ColumnResolution) =>
  rule !== undefined && !UNCOMPARED.includes(rule) && kind !== "amount" && isAboutSource !== true;

/** Agreement is trivial in a column that identifies the record. */
const mustAgree = ({ isIdentity, isRequired }: Column) => isIdentity === true && isRequired;

const UNCOMPARED: readonly string[] = ["lead", "preferred"];

const acceptedFirst = (a: ClaimRow, b: ClaimRow) =>
  Number(b.status === "accepted") - Number(a.status === "accepted") || (a.source_id < b.source_id ? -1 : 1);

const valuesOf = (claims: readonly ClaimRow[]) => new Set(claims.map(({ value }) => value));
const hasCompatible = (claims: readonly ClaimRow[]) => claims.some(({ status }) => status === "compatible");
const isDate = (claims: readonly ClaimRow[]) => claims[0]?.column === "date";
const isNamed = (claims: readonly ClaimRow[], record: ResolvedRecord["row"]) =>
  splitList(record.conflicting_columns).includes(claims[0]?.column ?? "");

/** Whether at least two of the sources retell no other source: such sources are never in the same family. */
function areIndependent(claims: readonly ClaimRow[], sources: readonly Source[]): boolean {
  const speaking = new Set(claims.map(({ source_id }) => source_id));
  return sources.filter(({ source_id, derived_from }) => speaking.has(source_id) && derived_from === null).length > 1;
}
