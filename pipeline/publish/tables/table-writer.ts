import { byColumns } from "#pipeline/core/order.ts";
import type { FileFacts, Workspace } from "#pipeline/core/release-store.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type PublishedTable, type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";
import { csvHeader, csvLines, csvPath, type RowSink } from "./csv-lines.ts";
import { type Field, fieldsOf } from "./field.ts";
import { sortByHash } from "./sort-by-hash.ts";
import { type FilledColumn, type Survey, surveyOf } from "./survey.ts";

/** A table of a release, once its rows are written: its words, its fields, and what is known of its rows. */
export interface ReleaseTable extends PublishedTable {
  readonly name: PublishedTableName;
  readonly fields: readonly Field[];
  readonly rowCount: number;
  /** How each column is filled. */
  readonly filled: ReadonlyMap<string, FilledColumn>;
}

export interface WrittenTable {
  readonly table: ReleaseTable;
  readonly file: FileFacts;
}

/** Takes the rows of one table and makes its canonical CSV file of them. */
export interface TableWriter {
  readonly add: (row: Row) => void;
  readonly close: () => WrittenTable;
}

/**
 * Most tables get their rows in the order of their keys, and hold nothing. One that is sorted by other columns first is
 * held until its end: such tables are small. One whose key is a hash (`claims`) is sorted on the disk.
 */
export function tableWriter(name: PublishedTableName, workspace: Workspace): TableWriter {
  const table = publishedTable(name);
  const fields = fieldsOf(name);
  const columns = fields.map((field) => field.name);
  const survey = surveyOf(columns);
  const sink = table.isHashed
    ? sortByHash({ name, columns, survey, workspace })
    : inOrder(name, csvSink({ name, columns, survey, workspace }));
  const { add, close } = table.sort.length === 0 ? sink : sortedAtTheEnd(name, sink);
  return {
    add,
    close: () => {
      const file = close();
      return { table: { ...table, name, fields, rowCount: survey.rowCount(), filled: survey.filled() }, file };
    },
  };
}

interface SinkInput {
  readonly name: PublishedTableName;
  readonly columns: readonly string[];
  readonly survey: Survey;
  readonly workspace: Workspace;
}

/** Rows → the lines of a canonical CSV file, in the order in which they come. */
function csvSink({ name, columns, survey, workspace }: SinkInput): RowSink {
  const file = workspace.create(csvPath(name));
  file.write(csvHeader(columns));
  const lines = csvLines(columns, file.write);
  return {
    add: (row) => {
      survey.count(row);
      survey.show(row);
      lines.add(row);
    },
    close: () => {
      lines.flush();
      return file.close();
    },
  };
}

/** Passes rows on, and sees that each comes after the one before it: a key that comes twice or out of turn is our bug. */
function inOrder(name: PublishedTableName, sink: RowSink): RowSink {
  const { sort, key } = publishedTable(name);
  const compare = byColumns([...sort, ...key]);
  let last: Row | null = null;
  return {
    add: (row) => {
      if (last !== null && compare(last, row) >= 0)
        throw new Error(
          `${name} would be published with ${key.map((column) => row[column]).join(" ")} twice, or out of turn.`,
        );
      last = row;
      sink.add(row);
    },
    close: sink.close,
  };
}

function sortedAtTheEnd(name: PublishedTableName, sink: RowSink): RowSink {
  const { sort, key } = publishedTable(name);
  const rows: Row[] = [];
  return {
    add: (row) => void rows.push(row),
    close: () => {
      for (const row of rows.sort(byColumns([...sort, ...key]))) sink.add(row);
      return sink.close();
    },
  };
}
