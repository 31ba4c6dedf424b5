import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { ImportSummary } from "#pipeline/events/import/format-import.ts";
import { UNREAD_HEADER, unreadLine } from "#pipeline/events/import/unread-rows.ts";
import type { DuckDb } from "#pipeline/io/duckdb.ts";
import { editionFolder, readEditions } from "#pipeline/io/imported-editions.ts";
import { joinFiles } from "#pipeline/io/join-files.ts";
import { makeFolders } from "#pipeline/io/make-folders.ts";
import { swapFolder } from "#pipeline/io/swap-folder.ts";
import { compareEditions } from "./compare-editions.ts";
import { describeEdition, summarize, sumOf } from "./describe-edition.ts";
import type { Import } from "./import.ts";
import type { EventTable } from "./open-table.ts";
import { type ReadFiles, readFiles } from "./read-files.ts";
import { Refused } from "./refused.ts";
import { type LoadedRows, loadRows, writeEdition } from "./write-edition.ts";

interface Outcome {
  readonly summary: ImportSummary;
  /** Of rows. */
  readonly issues: readonly Issue[];
}

type Importing = Import & { readonly staged: string; readonly tables: readonly EventTable[] };

/** Imports files as one edition, unless they are imported already. Throws `Refused`. */
export async function importEdition(db: DuckDb, importing: Importing): Promise<Outcome> {
  const { staged, tables, named, profile, progress } = importing;
  const sha256 = hashOfFiles(tables.map((table) => table.sha256));
  const existing = (await readEditions(staged)).find(
    (edition) =>
      edition.event_source === profile.event_source &&
      edition.sha256 === sha256 &&
      edition.reading_sha256 === importing.reading_sha256 &&
      (named === null || named.edition === edition.event_edition),
  );
  if (existing !== undefined) return { summary: summarize(existing, { named, read: null, changes: null }), issues: [] };
  progress.begin("read");
  const read = await readFiles(tables, importing);
  progress.begin("compare");
  const loaded = await loadRows(db, [...read.rows.values()].flat());
  progress.found(plural(loaded.nEvents, "event"));
  const conflicts = conflictIssues(loaded, tables);
  const issues = [...read.issues, ...conflicts];
  refuseIfUnread({ read, loaded, issues });
  const edition = describeEdition(importing, { sha256, read, loaded });
  progress.begin("write");
  const finished = join(importing.folder, "edition");
  makeFolders(finished);
  await writeEdition(edition, { db, rows: read.rows, folder: finished, signal: importing.signal });
  const after = conflicts.map((issue) => unreadLine(issue, issue.value));
  joinFiles(join(finished, "unread.csv"), { before: UNREAD_HEADER, paths: read.unread, after });
  const changes = await compareEditions(db, edition, { staged, folder: finished });
  await importing.assertHeld();
  await swapFolder(finished, editionFolder(staged, edition.event_source, edition.event_edition));
  return { summary: summarize(edition, { named, read, changes }), issues };
}

/** Of one file its hash, of several that of the sorted list of their hashes. */
const hashOfFiles = (hashes: readonly string[]) => {
  const [first = "", ...others] = hashes;
  return others.length === 0 ? first : sha256Hex(hashes.map((hash) => `${hash}\n`).join(""));
};

type DuplicateId = Extract<Issue, { readonly code: "events/duplicate-id" }>;

/** One issue for each row whose id is in conflict. */
const conflictIssues = ({ conflicts }: LoadedRows, tables: readonly EventTable[]): DuplicateId[] =>
  conflicts.map(({ eventId, file, line }) => ({
    code: "events/duplicate-id",
    at: { file: tables[file]?.path ?? "", line, column: null },
    value: eventId,
  }));

interface Read {
  readonly read: ReadFiles;
  readonly loaded: LoadedRows;
  readonly issues: readonly Issue[];
}

/** Refuses an edition without events, or of which more than half cannot be read: then it is of another source. */
function refuseIfUnread({ read, loaded, issues }: Read): void {
  const rows = sumOf(read.readings, ({ nRows }) => nRows);
  const unread = sumOf(read.readings, ({ nUnread }) => nUnread) + loaded.conflicts.length;
  const [first] = read.readings;
  if (first === undefined || (loaded.nEvents > 0 && unread * 2 <= rows)) return;
  const at = { file: first.table.path, line: null, column: null };
  throw new Refused([{ code: "events/mostly-unread", at, unread, rows }, ...issues]);
}
