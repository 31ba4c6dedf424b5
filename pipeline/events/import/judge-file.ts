import { fileKind } from "#pipeline/core/file-kind.ts";
import type { EventsIssue, OtherEventFile } from "#pipeline/core/issues/events-issue.ts";

/** Entries of an archive, by their names. */
interface Entry {
  readonly name: string;
  readonly isProtected: boolean;
  readonly compressedBytes: number;
  readonly bytes: number;
}

interface FileHead<E extends Entry> {
  readonly path: string;
  readonly head: Uint8Array;
  readonly archive: readonly E[] | "damaged" | null;
}

/** How to read a file, and from which entry of an archive; or why not. */
export type JudgedFile<E extends Entry> =
  | { readonly form: "csv" | "json"; readonly entry: E | null }
  | { readonly issue: EventsIssue };

const CSV = /\.(?:csv|tsv|tab|txt)$/iu;
const JSON_NAME = /\.(?:geojson|json)$/iu;
const WORKBOOK = /^(?:xl\/workbook|content\.xml$)/u;

/** Looks at the first bytes of a file, and at the list of an archive. What it does not know is taken for CSV. */
export function judgeFile<E extends Entry>({ path, head, archive }: FileHead<E>): JudgedFile<E> {
  if (archive !== null) return judgeArchive(archive);
  const kind = otherKind(path, head);
  if (kind !== null) return { issue: { code: "events/other-kind", kind } };
  const opening = Buffer.from(head)
    .toString("latin1")
    .replace(/^(?:ï»¿)?\s*/u, "");
  return { form: /^[[{]/u.test(opening) ? "json" : "csv", entry: null };
}

function judgeArchive<E extends Entry>(archive: readonly E[] | "damaged"): JudgedFile<E> {
  if (archive === "damaged") return { issue: { code: "events/bad-archive", fault: "damaged", names: [] } };
  if (archive.some(({ name }) => WORKBOOK.test(name)))
    return { issue: { code: "events/other-kind", kind: "workbook" } };
  if (archive.some(({ name }) => name.startsWith("word/")))
    return { issue: { code: "events/other-kind", kind: "document" } };
  const tables = archive.filter(({ name }) => isTable(name));
  const names = tables.map(({ name }) => name);
  const [entry] = tables;
  if (entry === undefined) return { issue: { code: "events/bad-archive", fault: "no-table", names } };
  if (tables.length > 1) return { issue: { code: "events/bad-archive", fault: "several-tables", names } };
  if (entry.isProtected) return { issue: { code: "events/bad-archive", fault: "protected", names } };
  if (isSwollen(entry)) return { issue: { code: "events/bad-archive", fault: "swollen", names } };
  return { form: JSON_NAME.test(entry.name) ? "json" : "csv", entry };
}

/** Tables of events take a tenth of their room when they are packed, hardly ever a fiftieth. */
const MOST_SWOLLEN = 200;
/** Bytes that any archive may unpack to: reading them takes a moment. */
const ANY_SIZE = 64 * 1024 * 1024;

/** Whether an archive is made to waste time and room. */
const isSwollen = ({ bytes, compressedBytes }: Entry) => bytes > ANY_SIZE && bytes > MOST_SWOLLEN * compressedBytes;

/** macOS adds a folder of its own, and files that begin with a dot; many archives have a read me. */
const isTable = (name: string) =>
  (CSV.test(name) || JSON_NAME.test(name)) && !/(?:^|\/)(?:__MACOSX\/|\.|read.?me)/iu.test(name);

/** How files begin: of R, Stata since version 13, SPSS, Parquet and SQLite. */
const OPENINGS: readonly (readonly [string, OtherEventFile])[] = [
  ["RDX", "r-data"],
  ["RDA", "r-data"],
  ["<stata_dta>", "stata"],
  ["$FL2", "spss"],
  ["$FL3", "spss"],
  ["PAR1", "parquet"],
  ["SQLite format 3\0", "database"],
];

/** How files are called whose first bytes say less: they are compressed, or begin with numbers. */
const NAMES: readonly (readonly [RegExp, OtherEventFile])[] = [
  [/\.(?:rdata|rda|rds)$/iu, "r-data"],
  [/\.dta$/iu, "stata"],
  [/\.(?:shp|shx|dbf)$/iu, "shapefile"],
];

function otherKind(name: string, head: Uint8Array): OtherEventFile | null {
  const opening = Buffer.from(head.subarray(0, 64)).toString("latin1");
  const byOpening = OPENINGS.find(([begins]) => opening.startsWith(begins));
  if (byOpening !== undefined) return byOpening[1];
  const byName = NAMES.find(([pattern]) => pattern.test(name));
  if (byName !== undefined) return byName[1];
  switch (fileKind(head)) {
    case "workbook":
      return "workbook";
    case "gzip":
      return "gzip";
    case "web-page":
      return "web-page";
    case null:
      return null;
    default:
      return "document";
  }
}
