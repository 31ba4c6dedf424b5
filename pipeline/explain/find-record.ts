import { isClaimId } from "#pipeline/core/claim-id.ts";
import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Entry, EntryTableName, Resolution } from "#pipeline/core/resolution.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { Question } from "#pipeline/explain/explanation.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { dataset } from "#schemas/dataset.ts";
import {
  isPublishedTable,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";

/** The requested entry and column. */
export interface Found {
  readonly entry: Entry;
  readonly column: string | null;
}

/** Tables whose rows are entries with their own ids. */
const TABLES = publishedTableNames.filter((name): name is EntryTableName => publishedTable(name).isExplained);

/**
 * Parses `TABLE RECORD [COLUMN]`, `ID [COLUMN]` or `jnim-data@1.2.0#exp-014 [COLUMN]`. `TABLE` alone names no record,
 * and `findRecord` answers it with an example. Throws a UsageError for anything else.
 */
export function parseQuestion(first: string, second?: string, third?: string): Question & { version: string | null } {
  const [, name, version, id = ""] = /^([^@]+)@([^#]+)(?:#(.*))?$/u.exec(first) ?? [];
  if (name === dataset.name && version !== undefined) {
    if (id !== "" && third === undefined) return { version, table: null, recordId: id, column: second ?? null };
    if (id !== "") throw new UsageError(`Name one column after ${first}, or none.`);
    throw new UsageError(
      `Name a record of release ${version} by its id. Write: ${name}@${version}#${second ?? "RECORD_ID"}`,
    );
  }
  if (isPublishedTable(first))
    return { version: null, table: first, recordId: second ?? NO_RECORD, column: third ?? null };
  if (third === undefined && /-/u.test(first)) {
    return { version: null, table: null, recordId: first, column: second ?? null };
  }
  throw new UsageError(
    `There is no published table ${first}.${publishedAs(first) ?? didYouMean(nearestOf(first, publishedTableNames))}`,
  );
}

/** The id in a question that names a table only. */
const NO_RECORD = "";

/** Where the rows of a coded table are published. */
function publishedAs(name: string): string | null {
  const coded = codedTableNames.find((table) => table === name);
  if (coded === undefined) return null;
  const { publishedIn } = codedTable(coded);
  return publishedIn.length === 0 ? null : ` The records of ${name}.csv are published in ${publishedIn.join(" and ")}.`;
}

/**
 * Whether `findRecord` has an answer, without an older release: raw/ has an entry with this id, in whatever table, or the
 * question names no record. A tombstone is an entry only if the question is about it.
 */
export const isKnownRecord = ({ table, recordId }: Question, resolution: Resolution): boolean =>
  recordId === NO_RECORD ||
  TABLES.some((name) => (name !== "retired" || table === name) && resolution.find(name, recordId) !== null) ||
  (isClaimId(recordId) && findClaim(recordId, resolution) !== null);

/** Finds the requested entry. Throws a UsageError that names the nearest id if there is no such entry. */
export function findRecord({ table, recordId, column }: Question, resolution: Resolution): Found {
  if (table !== null && table !== "claims" && !publishedTable(table).isExplained) {
    throw new UsageError(`The rows of ${table} have no ids of their own. Name the record that they belong to instead.`);
  }
  if (table !== null && recordId === NO_RECORD) throw new UsageError(nameRecord(table, resolution));
  const claimed = isClaimId(recordId) ? findClaim(recordId, resolution) : null;
  if (claimed !== null) return { ...claimed, column: column ?? claimed.column };
  const found = TABLES.flatMap((name): Found[] => {
    const entry = resolution.find(name, recordId);
    return entry === null ? [] : [{ entry, column }];
  });
  const asked = found.find(({ entry }) => table === null || entry.table === table);
  if (asked !== undefined) return asked;
  const [elsewhere] = found;
  if (elsewhere !== undefined)
    throw new UsageError(`${recordId} is not in ${table}, but in ${elsewhere.entry.table}. Name that table instead.`);
  const candidates = TABLES.filter((name) => table === null || name === table).flatMap((name) =>
    idsOf(name, resolution),
  );
  const where = table === null ? "" : ` in ${table}`;
  throw new UsageError(`There is no record ${recordId}${where}.${didYouMean(nearestOf(recordId, candidates))}`);
}

/** Asks for the id of a record, with an example that can be run. */
function nameRecord(table: PublishedTableName, resolution: Resolution): string {
  const id = table === "claims" ? firstClaim(resolution) : firstId(table, resolution);
  return id === null
    ? `${table} has no records.`
    : `Name a record of ${table} by its id, for example: npm run pipeline -- explain ${table} ${id}`;
}

function firstId(table: PublishedTableName, resolution: Resolution): string | null {
  const name = TABLES.find((known) => known === table);
  for (const { id } of name === undefined ? [] : resolution.entries(name)) return id;
  return null;
}

function firstClaim(resolution: Resolution): string | null {
  for (const { columns = [] } of resolution.entries())
    for (const { claims } of columns) for (const { row } of claims) return row.claim_id;
  return null;
}

const idsOf = (table: EntryTableName, resolution: Resolution) => [...resolution.entries(table)].map(({ id }) => id);

/** The record and column that a claim is about. */
function findClaim(claimId: string, resolution: Resolution): Found | null {
  for (const entry of resolution.entries()) {
    const resolved = entry.columns?.find(({ claims }) => claims.some(({ row }) => row.claim_id === claimId));
    if (resolved !== undefined) return { entry, column: resolved.column.name };
  }
  return null;
}
