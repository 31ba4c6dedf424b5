import { join } from "node:path";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { plural } from "#pipeline/core/plural.ts";
import { fileStem } from "#pipeline/core/raw-input.ts";
import { publishedValue, type Row } from "#pipeline/core/row.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { eventsFolder } from "#pipeline/io/imported-editions.ts";
import { readInput } from "#pipeline/io/read-input.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { applyChange } from "#pipeline/sheet/apply-change.ts";
import { type CodedFile, readCodedFile } from "#pipeline/sheet/coded-file.ts";
import { placeRows } from "#pipeline/sheet/place-rows.ts";
import { codedTable } from "#schemas/coded-tables.ts";
import { mayPublish } from "#schemas/events/profiles.ts";

export interface ProposedRow extends Row {
  readonly event_source: string;
}

interface Proposal {
  readonly table: "event_counts" | "event_links";
  readonly rows: readonly ProposedRow[];
  readonly raw: string;
  readonly staged: string;
  /** As users type it. */
  readonly command: string;
  readonly assertHeld: () => Promise<void>;
}

/**
 * Adds rows that a person then decides on to their table, where its order has them. A row whose key is there is left out,
 * so that no row changes. Rows of a source that may not be published go into a table in staged/events, and no further. Returns
 * lines for the user. The caller holds the locks of both folders.
 */
export async function proposeRows({ table, rows, raw, staged, command, assertHeld }: Proposal): Promise<string[]> {
  const places = [
    { root: raw, folder: join(raw, "coded"), rows: rows.filter((row) => mayPublish(row.event_source)), note: "" },
    {
      root: staged,
      folder: eventsFolder(staged),
      rows: rows.filter((row) => !mayPublish(row.event_source)),
      note: " They stay there: the profile of their source does not say that they may be published.",
    },
  ].map((place) => ({ ...place, ...withRows(table, join(place.folder, `${table}.csv`), place.rows) }));
  await assertHeld();
  const lines: string[] = [];
  for (const { root, folder, path, bytes, nAdded, nKnown, nRefused, isSorted, note } of places) {
    if (nAdded > 0) {
      await makeFolder(folder);
      await replaceFiles(root, { command, files: [{ path, bytes }] });
    }
    if (nAdded + nKnown > 0) lines.push(`${path}: ${plural(nAdded, "row")} added, ${nKnown} known already.${note}`);
    if (nAdded > 0 && !isSorted)
      lines.push(`${path}: The rows are not sorted by ${keyInWords(table)}, so the new ones are at the end.`);
    if (nRefused > 0)
      lines.push(
        `${path}: ${plural(nRefused, "row")} left out, because an id in ${nRefused === 1 ? "it" : "them"} has a line break or a sign that does not print, or would be a formula.`,
      );
  }
  return lines;
}

function withRows(table: Proposal["table"], path: string, rows: readonly Row[]) {
  const file = readTable(table, path);
  const { key } = codedTable(table);
  const positions = key.map((column) => file.columns.findIndex(({ name }) => name === column));
  const known = new Set(file.rows.map(({ values }) => JSON.stringify(positions.map((at) => values[at] ?? ""))));
  const unknown = rows.filter((row) => !known.has(JSON.stringify(key.map((column) => textOf(row, column)))));
  const added = unknown.filter((row) => file.columns.every(({ name }) => isPlain(textOf(row, name))));
  const placed = placeRows(
    file,
    added.map((row) => file.columns.map(({ name }) => textOf(row, name))),
  );
  return {
    path,
    bytes: applyChange({ file, changed: new Map(), deleted: new Set(), added: placed.added }),
    isSorted: placed.isSorted,
    nAdded: added.length,
    nKnown: rows.length - unknown.length,
    nRefused: unknown.length - added.length,
  };
}

/** `table, record_id and event_source` */
function keyInWords(table: Proposal["table"]): string {
  const { key } = codedTable(table);
  return `${key.slice(0, -1).join(", ")} and ${key.at(-1)}`;
}

/** Whether a coded table may have the text: it has no line break and no sign of a terminal, and is no formula. */
const isPlain = (text: string) => spreadsheetText(text) === text;

const textOf = (row: Row, column: string) => String(publishedValue(row[column] ?? null) ?? "");

/** The table as it is; an empty one if there is no file. A file that has other columns must not get rows. */
function readTable(table: Proposal["table"], path: string): CodedFile {
  const columns = Object.keys(codedTable(table).row.shape);
  const found = readInput(path);
  const isMissing = "fault" in found && found.fault === "vanished";
  if ("fault" in found && !isMissing)
    throw new UsageError(`${path} cannot be read, so that no rows can be added to it.`);
  const bytes = "fault" in found ? new TextEncoder().encode(writeCsv(columns, [])) : found.bytes;
  const header = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)[0];
  if (header !== columns.join(","))
    throw new UsageError(
      `${path} does not have the columns of ${fileStem(path)}, so that no rows can be added to it. To see what is wrong, run: npm run pipeline -- validate`,
    );
  return readCodedFile(table, { path, bytes });
}
