import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Resolved, ResolvedRecord } from "#pipeline/core/record.ts";
import type { Row } from "#pipeline/core/row.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { Question } from "#pipeline/explain/explanation.ts";
import { dataset } from "#schemas/dataset.ts";
import {
  codedTable,
  codedTableNames,
  type PublishedTableName,
  publishedTableNames,
  publishedTables,
} from "#schemas/tables.ts";

/** What was asked for: a published row, and for a record its statements. */
export interface Found {
  readonly table: PublishedTableName;
  readonly recordId: string;
  readonly row: Row;
  /** `null` for a row of a register. */
  readonly record: ResolvedRecord | null;
  readonly column: string | null;
}

/** Tables whose rows are no things of their own: they are explained by what they list. */
const LISTS: readonly PublishedTableName[] = ["evidence", "codelists", "columns"];

const meant = (nearest: string | null) => (nearest === null ? "" : ` Did you mean ${nearest}?`);

/** `TABLE RECORD [COLUMN]`, an id alone, or `jnim-data@1.2.0#exp-014 [COLUMN]`. */
export function parseQuestion(first: string, second?: string, third?: string): Question & { version: string | null } {
  const [, name, version, id] = /^([^@]+)@([^#]+)#(.+)$/u.exec(first) ?? [];
  if (name === dataset.name && version !== undefined && id !== undefined)
    return { version, table: null, recordId: id, column: second ?? null };
  if (isTable(first)) {
    if (second === undefined) throw new UsageError(`Name a record of ${first}, by its id.`);
    return { version: null, table: first, recordId: second, column: third ?? null };
  }
  if (third === undefined && /-/u.test(first)) {
    return { version: null, table: null, recordId: first, column: second ?? null };
  }
  throw new UsageError(
    `There is no published table ${first}.${publishedAs(first) ?? meant(nearestOf(first, publishedTableNames))}`,
  );
}

/** Where the rows of a coded table are found. */
function publishedAs(name: string): string | null {
  const coded = codedTableNames.find((table) => table === name);
  const target = coded === undefined ? undefined : codedTable(coded).publishedAs;
  if (target === undefined) return null;
  const tables = typeof target === "string" ? [target] : Object.values(target.tables);
  return ` The records of ${name}.csv are published in ${tables.join(" and ")}.`;
}

const isTable = (name: string): name is PublishedTableName => name in publishedTables;

/** The row asked for; what is not there is told with the nearest that is. */
export function findRecord({ table, recordId, column }: Question, resolved: Resolved): Found {
  if (table !== null && LISTS.some((list) => list === table)) {
    throw new UsageError(`The rows of ${table} have no ids of their own. Explain the record that they speak of.`);
  }
  const claimed = findClaim(recordId, resolved);
  if (claimed !== null) return findRecord({ ...claimed, column: column ?? claimed.column }, resolved);
  const tables = publishedTableNames.filter((name) => !LISTS.includes(name) && name !== "claims");
  const found = tables.flatMap((name): Found[] => {
    const row = rowsOf(resolved, name).find((candidate) => idOf(name, candidate) === recordId);
    if (row === undefined) return [];
    const record = resolved.records.find((one) => one.table === name && one.recordId === recordId) ?? null;
    return [{ table: name, recordId, row, record, column }];
  });
  const asked = found.find((candidate) => table === null || candidate.table === table);
  if (asked !== undefined) return asked;
  const [elsewhere] = found;
  if (elsewhere !== undefined) throw new UsageError(`${recordId} is not in ${table}, but in ${elsewhere.table}.`);
  const candidates = (table === null ? tables : tables.filter((name) => name === table)).flatMap((name) =>
    rowsOf(resolved, name).map((row) => idOf(name, row)),
  );
  const where = table === null ? "" : ` in ${table}`;
  throw new UsageError(`There is no record ${recordId}${where}.${meant(nearestOf(recordId, candidates))}`);
}

const rowsOf = ({ tables }: Resolved, name: PublishedTableName) => tables.get(name) ?? [];
const idOf = (name: PublishedTableName, row: Row) => String(row[publishedTables[name].key.at(-1) ?? ""]);

/** The record and column that a claim speaks of. */
function findClaim(claimId: string, { records }: Resolved): Question | null {
  for (const { table, recordId, columns } of records) {
    const resolution = columns.find(({ claims }) => claims.some((claim) => claim.claimId === claimId));
    if (resolution !== undefined) return { table, recordId, column: resolution.column.name };
  }
  return null;
}
