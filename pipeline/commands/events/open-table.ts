import { limits } from "#pipeline/core/limits.ts";
import type { TextEncodingName } from "#pipeline/core/to-utf8.ts";
import { findCsvForm } from "#pipeline/events/import/csv-form.ts";
import { jsonTable } from "#pipeline/events/import/json-table.ts";
import { judgeFile } from "#pipeline/events/import/judge-file.ts";
import { type CsvRows, csvRows, EndlessRow } from "#pipeline/io/csv-stream.ts";
import { Damaged, type EventFile, inspectEventFile, textOfEventFile } from "#pipeline/io/event-file.ts";
import type { EventProfile } from "#schemas/events/profile.ts";
import { refusedFor } from "./refused.ts";

/** A table in a file, which can be read several times. */
export interface EventTable {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: TextEncodingName;
  /** The rows, header first. In JSON, the line of a row is its number in the list. */
  readonly rows: () => AsyncIterable<CsvRows>;
  readonly close: () => void;
}

const MEGABYTE = 1024 * 1024;
/** JSON is read at once, so it is limited. */
const MOST_JSON = 200 * MEGABYTE;

/** Looks at a file and opens its table. Throws `Refused` if it is none. */
export async function openTable(file: EventFile, profile: EventProfile): Promise<EventTable> {
  const at = { file: file.path };
  const judged = judgeFile(file);
  if ("issue" in judged) throw refusedFor(judged.issue, at);
  const { sha256, encoding } = await inspectEventFile(file, judged.entry).catch((error: unknown) => {
    throw refusedIfDamaged(error, file.path);
  });
  if (encoding === null) throw refusedFor({ code: "events/other-kind", kind: "unknown" }, at);
  const text = () => textOfEventFile(file, { entry: judged.entry, encoding });
  const rows = judged.form === "csv" ? () => csvTable(file.path, text) : () => jsonRows(file.path, { text, profile });
  return { path: file.path, bytes: file.bytes, sha256, encoding, rows, close: file.close };
}

const refusedIfDamaged = (error: unknown, file: string) =>
  error instanceof Damaged ? refusedFor({ code: "events/bad-archive", fault: "damaged", names: [] }, { file }) : error;

type Text = () => AsyncIterable<Uint8Array>;

async function* csvTable(file: string, text: Text): AsyncGenerator<CsvRows> {
  const form = findCsvForm(await opening(text));
  try {
    yield* csvRows(text(), { ...form, mostInRow: limits.rowLength });
  } catch (error) {
    if (!(error instanceof EndlessRow)) throw error;
    const at = { file, line: error.afterLine + 1 };
    if (error.isTooLong) throw refusedFor({ code: "events/too-long-row", limit: limits.rowLength }, at);
    throw refusedFor({ code: "events/unclosed-quote" }, at);
  }
}

/** The first part of a text, which has the header. */
async function opening(text: Text): Promise<string> {
  for await (const part of text()) if (part.length > 0) return Buffer.from(part.subarray(0, MEGABYTE)).toString("utf8");
  return "";
}

interface JsonText {
  readonly text: Text;
  readonly profile: EventProfile;
}

async function* jsonRows(file: string, { text, profile }: JsonText): AsyncGenerator<CsvRows> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of text()) {
    parts.push(part);
    bytes += part.length;
    if (bytes > MOST_JSON) throw refusedFor({ code: "events/too-large", limit: MOST_JSON / MEGABYTE }, { file });
  }
  const table = jsonTable(Buffer.concat(parts).toString("utf8"), profile);
  if (table === null) throw refusedFor({ code: "events/bad-json" }, { file });
  yield { rows: [table.header, ...table.rows], lines: [0, ...table.rows.map((_, at) => at + 1)] };
}
