import { join } from "node:path";
import { groupBy } from "#pipeline/core/group-by.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { stagedLine } from "#pipeline/events/import/staged-rows.ts";
import { unreadLine } from "#pipeline/events/import/unread-rows.ts";
import { makeFolders } from "#pipeline/io/make-folders.ts";
import { openRowFiles } from "#pipeline/io/row-files.ts";
import type { EventTable } from "./open-table.ts";
import { type FileReading, type ReadingContext, readFileRows } from "./read-rows.ts";

/** Issues that are held for the terminal; `unread.csv` has all. */
const MOST_HELD = 20_000;
const UNREAD = "unread";

/** All rows of an edition, as they were read. */
export interface ReadFiles {
  readonly readings: readonly (FileReading & { readonly table: EventTable })[];
  /** By year, the files with the rows for DuckDB. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
  /** Files with lines of `unread.csv`. */
  readonly unread: readonly string[];
  /** The first issues. */
  readonly issues: readonly Issue[];
}

/** Reads files, whose numbers are their positions, and writes what is read into a temporary folder. */
export async function readFiles(
  tables: readonly EventTable[],
  context: ReadingContext & { readonly folder: string },
): Promise<ReadFiles> {
  const readings: ReadFiles["readings"][number][] = [];
  const written: [name: string, path: string][] = [];
  const issues: Issue[] = [];
  for (const [file, table] of tables.entries()) {
    const attempt = newAttempt(context.folder, file);
    readings.push({ ...(await readFileRows(table, context, attempt.begin)), table });
    const { paths, held } = attempt.end();
    written.push(...paths);
    issues.push(...held.slice(0, MOST_HELD - issues.length));
  }
  const byName = groupBy(written, ([name]) => name);
  const pathsOf = (name: string) => (byName.get(name) ?? []).map(([, path]) => path);
  const years = [...byName.keys()].filter((name) => name !== UNREAD);
  return {
    readings,
    rows: new Map(years.map((year) => [Number(year), pathsOf(year)])),
    unread: pathsOf(UNREAD),
    issues,
  };
}

/** The reading of one file, which may have to begin again: then what was written before does not count. */
function newAttempt(root: string, file: number) {
  let attempts = 0;
  let files = openRowFiles(root);
  let held: Issue[] = [];
  return {
    begin: () => {
      files.close();
      const folder = join(root, `${file}-${attempts}`);
      makeFolders(folder);
      attempts += 1;
      held = [];
      files = openRowFiles(folder);
      return {
        event: (event: Parameters<typeof stagedLine>[0], line: number) =>
          files.add(String(event.year), stagedLine(event, { file, line })),
        issue: (issue: Issue, eventId: string | null) => {
          files.add(UNREAD, unreadLine(issue, eventId));
          if (held.length < MOST_HELD) held.push(issue);
        },
      };
    },
    end: () => ({ paths: files.close(), held }),
  };
}
