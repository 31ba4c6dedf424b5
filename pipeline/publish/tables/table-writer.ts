import { csvPath } from "#pipeline/core/csv-path.ts";
import { byColumns } from "#pipeline/core/order.ts";
import type { FileFacts, Workspace } from "#pipeline/core/release-store.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type PublishedTable, type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";
import { csvHeader, csvLines, type RowSink } from "./csv-lines.ts";
import { type Field, fieldsOf } from "./field.ts";
import { sortByHash } from "./sort-by-hash.ts";
import { type FilledColumn, type Survey, surveyOf } from "./survey.ts";

/** A written table of a release: its description, its fields, and facts about its rows. */
export interface ReleaseTable extends PublishedTable {
  readonly name: PublishedTableName;
  readonly fields: readonly Field[];
  readonly rowCount: number;
  /** Facts about the values in each column. */
  readonly filled: ReadonlyMap<string, FilledColumn>;
}

export interface WrittenTable {
  readonly table: ReleaseTable;
  readonly file: FileFacts;
}

/** Writes the canonical CSV file of one table. */
export interface TableWriter {
  readonly add: (row: Row) => void;
  readonly close: () => WrittenTable;
}

/**
 * Most tables receive their rows in key order, so no rows are kept in memory. Tables that are sorted by other columns
 * are small, and are kept in memory until the end. A table whose key is a hash (`claims`) is sorted on disk.
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

/** Rows → the lines of a canonical CSV file, in the order of the calls. */
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

/** Passes rows on, and throws if a key is duplicate or out of order, which is a bug in the pipeline. */
function inOrder(name: PublishedTableName, sink: RowSink): RowSink {
  const { sort, key } = publishedTable(name);
  const compare = byColumns([...sort, ...key]);
  let last: Row | null = null;
  return {
    add: (row) => {
      if (last !== null && compare(last, row) >= 0)
        throw new Error(
          `${name} would be published with ${key.map((column) => row[column]).join(" ")} twice, or out of order.`,
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
