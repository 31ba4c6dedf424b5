import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Entry, EntryTableName, Resolution } from "#pipeline/core/resolution.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { Question } from "#pipeline/explain/explanation.ts";
import { codedAs, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { dataset } from "#schemas/dataset.ts";
import { isPublishedTable, publishedTable, publishedTableNames } from "#schemas/published-tables.ts";

/** What was asked for. */
export interface Found {
  readonly entry: Entry;
  readonly column: string | null;
}

/** Tables whose rows are things of their own. */
const TABLES = publishedTableNames.filter((name): name is EntryTableName => codedAs(name) !== null);

const meant = (nearest: string | null) => (nearest === null ? "" : ` Did you mean ${nearest}?`);

/** `TABLE RECORD [COLUMN]`, an id alone, or `jnim-data@1.2.0#exp-014 [COLUMN]`. */
export function parseQuestion(first: string, second?: string, third?: string): Question & { version: string | null } {
  const [, name, version, id] = /^([^@]+)@([^#]+)#(.+)$/u.exec(first) ?? [];
  if (name === dataset.name && version !== undefined && id !== undefined)
    return { version, table: null, recordId: id, column: second ?? null };
  if (isPublishedTable(first)) {
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
  if (coded === undefined) return null;
  const { publishedIn } = codedTable(coded);
  return publishedIn.length === 0 ? null : ` The records of ${name}.csv are published in ${publishedIn.join(" and ")}.`;
}

/** The entry asked for; for what is not there, the error names the nearest that is. */
export function findRecord({ table, recordId, column }: Question, resolution: Resolution): Found {
  if (table !== null && table !== "claims" && !publishedTable(table).isExplained) {
    throw new UsageError(`The rows of ${table} have no ids of their own. Explain the record that they speak of.`);
  }
  const claimed = recordId.startsWith(CLAIM) ? findClaim(recordId, resolution) : null;
  if (claimed !== null) return { ...claimed, column: column ?? claimed.column };
  const found = TABLES.flatMap((name): Found[] => {
    const entry = resolution.find(name, recordId);
    return entry === null ? [] : [{ entry, column }];
  });
  const asked = found.find(({ entry }) => table === null || entry.table === table);
  if (asked !== undefined) return asked;
  const [elsewhere] = found;
  if (elsewhere !== undefined) throw new UsageError(`${recordId} is not in ${table}, but in ${elsewhere.entry.table}.`);
  const candidates = TABLES.filter((name) => table === null || name === table).flatMap((name) =>
    idsOf(name, resolution),
  );
  const where = table === null ? "" : ` in ${table}`;
  throw new UsageError(`There is no record ${recordId}${where}.${meant(nearestOf(recordId, candidates))}`);
}

const idsOf = (table: EntryTableName, resolution: Resolution) => [...resolution.entries(table)].map(({ id }) => id);

const CLAIM = "clm-";

/** The record and column that a claim speaks of. */
function findClaim(claimId: string, resolution: Resolution): Found | null {
  for (const entry of resolution.entries()) {
    const resolved = entry.columns?.find(({ claims }) => claims.some(({ row }) => row.claim_id === claimId));
    if (resolved !== undefined) return { entry, column: resolved.column.name };
  }
  return null;
}
