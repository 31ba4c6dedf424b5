import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { parse as parseStream } from "csv-parse";
import { parse } from "csv-parse/sync";
import { stringify as stringifyStream } from "csv-stringify";
import { stringify } from "csv-stringify/sync";
import { csvPath } from "#pipeline/core/csv-path.ts";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { Value } from "#pipeline/core/row.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { beginElsewhere, folderReader } from "#pipeline/io/workspace.ts";
import { citedRelease } from "#pipeline/publish/describe/describe.ts";
import { readCanonicalRows } from "#pipeline/publish/editions/canonical-rows.ts";
import { editionTables } from "#pipeline/publish/editions/editions.ts";
import { json } from "#pipeline/publish/editions/json-rows.ts";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { writeTables } from "#pipeline/publish/tables/write-tables.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import { makePages, readNewest } from "./site.ts";

/**
 * `work.ts KIND RAW RELEASE`: does one kind of work, and prints the CPU seconds that the work itself took. For pages, the
 * places are the folder of the project and that of the releases.
 */
const [kind = "", raw = "", published = ""] = process.argv.slice(2);

const works: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  pages: async () => () => makePages(raw, published),
  "release of pages": async () => async () => {
    await readNewest(published);
  },
  "canonical files": async () => () => canonicalFiles(false),
  "canonical files and JSON": async () => () => canonicalFiles(true),
  bare: async () => {
    const tables = publishedTables();
    return async () => {
      for (const path of codedFiles()) parse(readFileSync(path));
      for (const table of tables) stringify(table);
    };
  },
  "streamed bare": async () => {
    const tables = publishedTables();
    return async () => {
      for (const path of codedFiles()) await finished(createReadStream(path).pipe(parseStream()).resume());
      for (const table of tables) await finished(Readable.from(table).pipe(stringifyStream()).resume());
    };
  },
};

const begin = await works[kind]?.();
if (begin === undefined) throw new Error(`There is no work "${kind}".`);
const [before, start] = [process.cpuUsage(), performance.now()];
const found = await begin();
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - start) / 1000;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ cpu: (user + system) / 1e6, seconds, peakMb, ...(isRecord(found) ? found : {}) }));

/** What `run` does on the way to the canonical files of a release, and to the JSON that is made from them. */
async function canonicalFiles(hasJson: boolean): Promise<void> {
  const { resolution, outlines } = resolveRaw(await readRawFolder(raw, []));
  const workspace = await beginElsewhere();
  const pause = async () => {};
  try {
    const content = await writeTables({ resolution, agreement: [], workspace, observe: () => {}, pause });
    if (!hasJson) return;
    const release = citedRelease({ version: "0.0.0", created: "2026-01-01", content });
    await json.make({ tables: editionTables(content.tables, workspace), release, outlines, workspace, pause });
  } finally {
    await workspace.discard();
  }
}

/** The cells of every published table, all of them in memory, typed as `resolve` makes them. */
function publishedTables(): Value[][][] {
  return publishedTableNames.map((name) => {
    const fields = fieldsOf(name);
    const rows = readCanonicalRows(folderReader(published).chunks(csvPath(name)), fields);
    return [...rows].map((row) => fields.map((field) => row[field.name] ?? null));
  });
}

function codedFiles(): string[] {
  const coded = join(raw, "coded");
  return readdirSync(coded).map((name) => join(coded, name));
}
