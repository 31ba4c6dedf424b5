import { join } from "node:path";
import { wordedIssue } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import { editionOfNames, givenEdition } from "#pipeline/events/import/edition-name.ts";
import { formatImport, type ImportSummary } from "#pipeline/events/import/format-import.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { openDuckDb } from "#pipeline/io/duckdb.ts";
import { editionFolder } from "#pipeline/io/imported-editions.ts";
import { terminalProgress } from "#pipeline/io/progress.ts";
import { removeTree } from "#pipeline/io/remove-tree.ts";
import { temporaryFolder } from "#pipeline/io/swap-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { checkImportedLinks } from "./events/check-imported-links.ts";
import { chosenProfile } from "./events/chosen-profile.ts";
import type { Import } from "./events/import.ts";
import { importEdition } from "./events/import-edition.ts";
import type { EventTable } from "./events/open-table.ts";
import { openTables } from "./events/open-tables.ts";
import { readLinks } from "./events/read-links.ts";
import { hashReading, keysOf, readUnitList } from "./events/reading-hash.ts";
import { Refused } from "./events/refused.ts";
import { reportIssues } from "./events/report-issues.ts";

export interface EventsImportOptions {
  readonly files: readonly string[];
  /** A profile of this project, or the path of one. */
  readonly as: string;
  readonly edition?: string | undefined;
  readonly raw: string;
  readonly staged: string;
  readonly json: boolean;
}

/** Megabytes that DuckDB may use before it spills to the disk. */
const MEMORY = 200;

/** Reads files of event data as one edition of their source, and writes it as Parquet to staged/events. */
export async function eventsImport(options: EventsImportOptions): Promise<number> {
  const profile = chosenProfile(options.as);
  const named = options.edition === undefined ? editionOfNames(options.files, profile) : givenEdition(options.edition);
  const list = readUnitList(options.raw);
  if (list.units === null)
    report(`${list.path} is missing or no list of P-codes, so first-level units are keyed by their names.`);
  const reading = { profile, named, keyOf: keysOf(list), reading_sha256: hashReading(profile, list) };
  return runAlone({ reads: options.raw, staged: options.staged, report }, async (signal, assertHeld) => {
    const progress = terminalProgress();
    const folder = temporaryFolder(options.staged, "events");
    try {
      return await importAlone(options, { ...reading, signal, assertHeld, progress, folder });
    } finally {
      progress.end();
      await removeTree(folder);
    }
  });
}

async function importAlone(options: EventsImportOptions, context: Import): Promise<number> {
  const { staged, raw, json } = options;
  // One thread: with more, DuckDB writes other bytes each time.
  const db = await openDuckDb({ memoryMb: MEMORY, threads: 1, spillTo: join(context.folder, "spill") });
  let opened: readonly EventTable[] = [];
  try {
    opened = await openTables(options.files, context);
    const { summary, issues } = await importEdition(db, { ...context, staged, tables: opened });
    const links = await checkImportedLinks(db, { staged, links: readLinks(raw, staged) });
    context.progress.end();
    const more = join(editionFolder(staged, summary.event_source, summary.event_edition), "unread.csv");
    show({ summary, issues: [...issues, ...links], json, more });
    return hasErrors(links) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    context.progress.end();
    show({ summary: null, issues: error.issues, json, more: null });
    return 1;
  } finally {
    for (const table of opened) table.close();
    db.close();
  }
}

interface Shown {
  /** `null` if the files were refused. */
  readonly summary: ImportSummary | null;
  readonly issues: readonly Issue[];
  readonly json: boolean;
  /** The file that has all issues. */
  readonly more: string | null;
}

function show({ summary, issues, json, more }: Shown): void {
  if (json) printJson({ ...(summary ?? { status: "refused" }), issues: issues.map(wordedIssue) });
  else {
    reportIssues(issues, more);
    if (summary !== null) print(formatImport(summary, more).join("\n"));
  }
}
