import { formatIssue } from "#pipeline/core/format-issue.ts";
import { highestNumber, idFormOf, writeId } from "#pipeline/core/numbered-id.ts";
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
  readonly json: boolean;
}

/**
 * Prints the next free id of a table: one more than the highest number that a row of raw/coded has or names, or that a
 * release has or retired. Numbers that are missing in between are never offered, because an id is never used twice. What
 * only withdrawn releases had is not known, unless retired.csv lists it. If raw/coded hides ids, nothing is printed, and
 * the exit code is 1.
 */
export async function nextId({ table, raw, dist, json }: NextIdOptions): Promise<number> {
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
  const id = writeId(highest + 1, form);
  if (json) printJson({ table: name, id, highest: highest === 0 ? null : writeId(highest, form) });
  else print(id);
  return 0;
}
