import { thousands } from "#pipeline/core/format-input-fault.ts";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { highestNumber, idFormOf, writeId } from "#pipeline/core/numbered-id.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { numberedTable } from "#pipeline/find/numbered-table.ts";
import { hidesIds, idsInRaw, idsInRelease } from "#pipeline/find/used-ids.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { stageRaw } from "#pipeline/run.ts";
import { releasedTables } from "./released-tables.ts";

export interface NextIdOptions {
  readonly table: string;
  readonly raw: string;
  readonly dist: string;
  /** How many ids to print, from 1 to 1,000 (default: one). */
  readonly count?: number | undefined;
  readonly json: boolean;
}

/** More rows than anybody codes at a time. A larger number is a slip. */
const MOST_IDS = 1000;

/**
 * Prints the next free ids of a table, one a line. The first is one more than the highest number that a row of raw/coded has or names, or that a
 * release has or retired. Numbers that are missing in between are never offered, because an id is never used twice. What
 * only withdrawn releases had is not known, unless retired.csv lists it. If raw/coded hides ids, nothing is printed, and
 * the exit code is 1. Throws a UsageError for a count that is not a whole number in its bounds.
 */
export async function nextId({ table, raw, dist, count, json }: NextIdOptions): Promise<number> {
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= MOST_IDS))
    throw new UsageError(`--count takes a whole number of ids, from 1 to ${thousands(MOST_IDS)}.`);
  const { name, prefix } = numberedTable(table);
  const { tables, issues } = stageRaw(await readRawFolder(raw, []));
  const hiding = issues.filter((issue) => hidesIds(issue, tables));
  for (const issue of hiding) report(formatIssue(issue));
  if (hiding.length > 0) return 1;
  const store = releaseStore(dist);
  const known = [...idsInRaw(tables)];
  const form = idFormOf(known, prefix);
  let highest = highestNumber(known, form);
  for (const version of await store.versions()) {
    const released = await releasedTables(store, version);
    highest = Math.max(highest, highestNumber(idsInRelease(released.tables.values()), form));
  }
  const ids = Array.from({ length: count ?? 1 }, (_, at) => writeId(highest + 1 + at, form));
  const free = count === undefined ? { id: ids[0] } : { ids };
  if (json) printJson({ table: name, ...free, highest: highest === 0 ? null : writeId(highest, form) });
  else print(ids.join("\n"));
  return 0;
}
