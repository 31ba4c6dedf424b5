import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { formatSchemaChanges } from "#pipeline/publish/compare/format-schema-change.ts";
import { isDictionary } from "#schemas/published-tables.ts";
import type { ClaimTrace } from "./claim-traces.ts";

/** More tables than this are counted, not named. */
const MOST_NAMED = 3;

/**
 * What changed, as phrases: corrections first, then tables and columns, then records that were added or retired, and last
 * what follows from all this. A correction changes a cell that a coder wrote, in a record that was published before.
 */
export function headlineOf(diff: ReleaseDiff, traces: readonly ClaimTrace[]): string[] {
  const coded = diff.rows.filter(({ isDerived }) => !isDerived);
  const isRetirement = coded.some(({ change, table }) => isGone(change) && table !== TOMBSTONES);
  const phrases = [
    ...countIn(coded.filter(isCorrected).map(tableOf), "record", "corrected in"),
    ...countIn(statementTables(traces), "outvoted statement", "corrected in"),
    ...formatSchemaChanges(diff.schema),
    // A tombstone is no news beside the retirement that it is about.
    ...countIn(
      coded.filter(({ change, table }) => change === "added" && !(isRetirement && table === TOMBSTONES)).map(tableOf),
      "record",
      "added to",
    ),
    ...countIn(coded.filter(({ change }) => isGone(change)).map(tableOf), "record", "retired from"),
  ];
  return [...phrases, ...derivedPhrase(diff.rows, phrases.length > 0)];
}

/** What else differs between two releases. */
export interface OtherNews {
  /** Files other than tables whose words differ. */
  readonly files: readonly string[];
  /** The names of editions that the last release does not have. */
  readonly newEditions: readonly string[];
  /** The names of editions that are written in another form. */
  readonly reformedEditions: readonly string[];
}

/**
 * The phrases for words and editions. Most of the files repeat facts about rows, so they are named only if no coded or
 * derived row changed; the tables of words, which are the data dictionary, are named with them.
 */
export function otherNewsOf({ schema, rows }: ReleaseDiff, others: OtherNews, isAlone: boolean): string[] {
  const { files, newEditions, reformedEditions } = others;
  const named = new Set(schema.map(tableOf));
  const tables = [...new Set(rows.map(tableOf))].filter((table) => isDictionary(table) && !named.has(table));
  const changed = [...tables, ...(isAlone ? files : [])];
  return [
    ...(changed.length === 0 ? [] : [`words changed in ${listTables(changed, "files")}`]),
    ...(newEditions.length === 0 ? [] : [`${namesOfEditions(newEditions)} added`]),
    ...(reformedEditions.length === 0 ? [] : [`new form of the ${namesOfEditions(reformedEditions)}`]),
  ];
}

const namesOfEditions = (names: readonly string[]) =>
  `${listTables(names, "")} edition${names.length === 1 ? "" : "s"}`;

const TOMBSTONES = "retired";

/** Every id that is gone is retired, whatever became of it. */
export const isGone = (change: RowChange["change"]) => change !== "added" && change !== "changed";

/** Whether a cell changed that a coder wrote. */
const isCorrected = ({ change, isDerived, cells }: RowChange) =>
  change === "changed" && !isDerived && cells.some((cell) => !cell.isDerived);

/** The table of each statement that was corrected. */
const statementTables = (traces: readonly ClaimTrace[]) => [
  ...new Map(traces.map(({ about }) => [about.statement, about.table])).values(),
];

const tableOf = ({ table }: { readonly table: string }) => table;

/** `4 records corrected in events and places`. */
function countIn(tables: readonly string[], noun: string, words: string): string[] {
  return tables.length === 0 ? [] : [`${plural(tables.length, noun)} ${words} ${listTables(tables)}`];
}

function derivedPhrase(rows: readonly RowChange[], isFollowing: boolean): string[] {
  const derived = rows
    .filter(({ table }) => !isDictionary(table))
    .filter((row) => row.isDerived || (row.change === "changed" && !isCorrected(row)));
  if (derived.length === 0) return [];
  return [`derived values ${isFollowing ? "follow" : "changed"} in ${listTables(derived.map(tableOf))}`];
}

/** `events, places and actors`; many are counted in the noun, unless it is empty. */
function listTables(tables: readonly string[], noun = "tables"): string {
  const names = [...new Set(tables)];
  const last = names.at(-1) ?? "";
  if (names.length > MOST_NAMED && noun !== "") return `${names.length} ${noun}`;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
