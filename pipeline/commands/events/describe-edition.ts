import type { NamedEdition } from "#pipeline/events/import/edition-name.ts";
import type { EditionChanges, ImportedFile, ImportSummary } from "#pipeline/events/import/format-import.ts";
import { ImportedEdition } from "#schemas/events/edition.ts";
import type { Import } from "./import.ts";
import type { ReadFiles } from "./read-files.ts";
import type { LoadedRows } from "./write-edition.ts";

export const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

interface Described {
  readonly sha256: string;
  readonly read: ReadFiles;
  readonly loaded: LoadedRows;
}

/** `edition.json` of what was read. An edition that nothing names is called by its last day. */
export function describeEdition(
  { named, profile, reading_sha256 }: Import,
  { sha256, read, loaded }: Described,
): ImportedEdition {
  const conflictsIn = (number: number) => loaded.conflicts.filter(({ file }) => file === number).length;
  return {
    event_source: profile.event_source,
    event_edition: named?.edition ?? loaded.lastDay,
    sha256,
    files: read.readings.map(({ table, nRows, nUnread }, number) => ({
      name: nameOf(table.path),
      sha256: table.sha256,
      bytes: table.bytes,
      n_rows: nRows,
      n_events: loaded.eventsOfFiles.get(number) ?? 0,
      n_unread: nUnread + conflictsIn(number),
    })),
    first_day: loaded.firstDay,
    last_day: loaded.lastDay,
    years: [...loaded.years],
    profile: ImportedEdition.shape.profile.strip().parse(profile),
    reading_sha256,
  };
}

/** The name of a file without its folder, which is of this computer. */
const nameOf = (path: string) => path.replace(/^.*[/\\]/su, "");

interface Summarized {
  readonly named: NamedEdition | null;
  /** `null` if nothing was read, because the edition was imported before. */
  readonly read: ReadFiles | null;
  readonly changes: EditionChanges | null;
}

export function summarize(edition: ImportedEdition, { named, read, changes }: Summarized): ImportSummary {
  const { event_source, event_edition, first_day, last_day, files } = edition;
  const count = (of: "n_rows" | "n_events" | "n_unread") => sumOf(files, (file) => file[of]);
  const [n_rows, n_events, n_unread] = [count("n_rows"), count("n_events"), count("n_unread")];
  return {
    status: read === null ? "nothing to do" : "imported",
    event_source,
    event_edition,
    edition_from: named?.from ?? "last day",
    files: read === null ? [] : describeFiles(edition, read),
    n_rows,
    n_events,
    n_unread,
    n_repeated: n_rows - n_events - n_unread,
    first_day,
    last_day,
    may_publish: edition.profile.may_publish,
    changes,
  };
}

const describeFiles = ({ files }: ImportedEdition, { readings }: ReadFiles): ImportedFile[] =>
  readings.flatMap(({ table, dayOrder }, at) => {
    const file = files[at];
    if (file === undefined) return [];
    const { name, sha256, n_rows, n_events, n_unread } = file;
    return {
      name,
      sha256,
      encoding: table.encoding,
      n_rows,
      n_events,
      n_unread,
      day_order: dayOrder?.order ?? null,
      day_order_is_shown: dayOrder?.isShown ?? false,
    };
  });
