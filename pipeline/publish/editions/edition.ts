import type { FileFacts, Pause, Workspace } from "#pipeline/core/release-store.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { CitedRelease } from "#pipeline/publish/describe/release-facts.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";

/** A table that can be read row by row, again and again, in the order of its canonical file. */
export interface EditionTable
  extends Pick<ReleaseTable, "name" | "title" | "description" | "key" | "fields" | "rowCount"> {
  readonly rows: () => Iterable<Row>;
}

/** Takes the next bytes of a file. They are its own: the writer does not touch them again. */
export type WriteBytes = (bytes: Uint8Array) => void;

export interface EditionInput {
  readonly tables: readonly EditionTable[];
  readonly release: CitedRelease;
  readonly workspace: Workspace;
  readonly pause: Pause;
}

/** The data in another form, for a kind of program: made from the canonical files alone, so that it can be made again at any time. */
export interface Edition {
  /** What the manifest calls it. */
  readonly name: string;
  /** What it is, for whoever looks for a file to take. */
  readonly title: string;
  readonly mediaType: string;
  /** Raised by whoever changes the bytes that the same data give: the next run then publishes the edition anew. */
  readonly format: number;
  /** Its files, given the names of the tables. */
  readonly paths: (tables: readonly string[]) => readonly string[];
  /** Makes them, in the same order. */
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
