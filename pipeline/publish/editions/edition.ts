import type { CitedRelease } from "#pipeline/core/citation.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import type { FileFacts, Pause, Workspace } from "#pipeline/core/release-store.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";

/** A table that can be read row by row, any number of times, in the order of its canonical file. */
export interface EditionTable
  extends Pick<ReleaseTable, "name" | "title" | "description" | "key" | "readBy" | "fields" | "rowCount" | "filled"> {
  readonly rows: () => Iterable<Row>;
}

/** Receives the next bytes of a file. The caller must not change them afterwards. */
export type WriteBytes = (bytes: Uint8Array) => void;

export interface EditionInput {
  readonly tables: readonly EditionTable[];
  readonly release: CitedRelease;
  /** The outlines of countries and regions, and the label anchors. */
  readonly outlines: Outlines;
  readonly workspace: Workspace;
  readonly pause: Pause;
}

/** The data in a format for other programs. It depends only on the canonical files and the outlines, so it can be rebuilt at any time. */
export interface Edition {
  /** Its name in manifest.json. */
  readonly name: string;
  /** What it is, for readers who choose a file. */
  readonly title: string;
  readonly mediaType: string;
  /** Increase it with every change that gives other bytes for the same data: the next run then publishes the edition again. A new edition begins with 2, because one that a release does not name counts as 1. */
  readonly format: number;
  /** Its files for tables of these names. */
  readonly paths: (tables: readonly string[]) => readonly string[];
  /** Writes these files, in the same order. */
  readonly make: (input: EditionInput) => Promise<readonly FileFacts[]>;
}

/** The part of an edition that has a file for each table: `data/<table>.<ending>`. */
export function fileForEachTable(
  ending: string,
  writeTable: (table: EditionTable, write: WriteBytes) => void,
): Pick<Edition, "paths" | "make"> {
  const pathOf = (table: string) => `data/${table}.${ending}`;
  return {
    paths: (tables) => tables.map(pathOf),
    make: async ({ tables, workspace, pause }) => {
      const files: FileFacts[] = [];
      for (const table of tables) {
        const file = workspace.create(pathOf(table.name));
        writeTable(table, file.write);
        files.push(file.close());
        await pause();
      }
      return files;
    },
  };
}
