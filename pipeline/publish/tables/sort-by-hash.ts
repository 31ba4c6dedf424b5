import { csvPath } from "#pipeline/core/csv-path.ts";
import { csvCells, csvRecords } from "#pipeline/core/csv-records.ts";
import type { Workspace } from "#pipeline/core/release-store.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { csvHeader, csvLines, type RowSink } from "./csv-lines.ts";
import type { Survey } from "./survey.ts";

interface ToSort {
  readonly name: PublishedTableName;
  readonly columns: readonly string[];
  readonly survey: Survey;
  readonly workspace: Workspace;
}

/** `clm-3f9a…`: the prefix of an id, and the first digit of its hash. */
const HASHED_ID = /^[a-z]+-([0-9a-f])/u;
const DIGITS = [..."0123456789abcdef"];

/**
 * Sorts rows whose ids are hashes, without keeping all of them in memory. Their lines go into sixteen files, one for
 * each first digit of the hash, which are then sorted one at a time. Lines sort like their ids, because the id is the
 * first cell and the comma after it sorts before every character of an id.
 */
export function sortByHash({ name, columns, survey, workspace }: ToSort): RowSink {
  const encoder = new TextEncoder();
  const buckets = new Map(
    DIGITS.map((digit) => {
      const path = `data/.${name}-${digit}`;
      const file = workspace.create(path);
      return [digit, { path, file, lines: csvLines(columns, file.write) }];
    }),
  );
  const [idColumn = ""] = columns;
  return {
    add: (row) => {
      const id = String(row[idColumn]);
      const bucket = buckets.get(HASHED_ID.exec(id)?.[1] ?? "");
      if (bucket === undefined) throw new Error(`"${id}" of ${name} does not begin with a hash.`);
      survey.count(row);
      bucket.lines.add(row);
    },
    close: () => {
      const file = workspace.create(csvPath(name));
      file.write(csvHeader(columns));
      for (const { path, file: bucket, lines } of buckets.values()) {
        lines.flush();
        bucket.close();
        const records = [...csvRecords(workspace.chunks(path))].sort();
        checkIds(records, name);
        showFirst(records, columns, survey);
        if (records.length > 0) file.write(encoder.encode(`${records.join("\n")}\n`));
        workspace.remove(path);
      }
      return file.close();
    },
  };
}

function checkIds(sorted: readonly string[], name: string): void {
  const idOf = (record: string | undefined) => record?.slice(0, record.indexOf(","));
  const twice = sorted.find((record, at) => at > 0 && idOf(record) === idOf(sorted[at - 1]));
  if (twice !== undefined) throw new Error(`${name} would be published with ${idOf(twice)} twice.`);
}

function showFirst(sorted: readonly string[], columns: readonly string[], survey: Survey): void {
  for (const record of sorted) {
    if (!survey.lacksExamples()) return;
    const cells = csvCells(record);
    survey.show(Object.fromEntries(columns.map((column, at) => [column, cells[at] || null])));
  }
}
