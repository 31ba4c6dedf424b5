import { CHANGE_COLUMNS, type Change } from "#pipeline/core/change.ts";
import type { CitedRelease, ReleaseFacts } from "#pipeline/core/citation.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { jsonLines } from "#pipeline/core/json-text.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import { codebook } from "#pipeline/publish/codebook/codebook.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { doi } from "#schemas/dataset.ts";
import { LICENCE_TEXT } from "#schemas/licence-text.ts";
import { citationFile } from "./citation-file.ts";
import { croissant, type TypedFile } from "./croissant.ts";
import { csvwMetadata } from "./csvw.ts";
import { dataPackage } from "./data-package.ts";
import { loadR } from "./load-r.ts";
import { dataHashOf, LICENCE_FILE } from "./release-facts.ts";
import { releaseReadme } from "./release-readme.ts";
import { rowJsonSchema } from "./row-json-schema.ts";

export interface ToDescribe extends ReleaseFacts {
  readonly content: ReleaseContent;
  /** Files of the editions, except the archive. */
  readonly editions: readonly TypedFile[];
  readonly changes: readonly Change[];
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
  /** The text of `MIGRATING.md`; `null` if no column changed. */
  readonly migrating: string | null;
}

/** How many levels of each descriptor are in lines of their own: down to the columns, each of which is one line. */
const LEVELS = { rowSchema: 2, dataPackage: 5, csvw: 5, croissant: 4 };

/** What a citation says about a release. */
export const citedRelease = ({
  version,
  created,
  content,
}: Pick<ToDescribe, keyof ReleaseFacts | "content">): CitedRelease => ({
  version,
  created,
  dataHash: dataHashOf(content.files),
  doi,
});

/**
 * Every file that describes the data: descriptors, row schemas, codebook, changes, citation, and a README that lists all
 * files made before it. It depends only on its argument. So the pipeline can describe today's data as if they were the
 * last release, and compare the two.
 */
export function describeRelease({
  content,
  editions,
  changes,
  changelog,
  migrating,
  ...facts
}: ToDescribe): OutputFile[] {
  const release = citedRelease({ ...facts, content });
  const { tables, sources, files } = content;
  const described = [
    ...tables.map((table) => jsonFile(`data/${table.name}.schema.json`, rowJsonSchema(table), LEVELS.rowSchema)),
    jsonFile("datapackage.json", dataPackage(content, release), LEVELS.dataPackage),
    jsonFile("csv-metadata.json", csvwMetadata(tables, release), LEVELS.csvw),
    textFile("CODEBOOK.md", codebook(content, release)),
    textFile("CHANGELOG.md", changelog),
    textFile("changes.csv", writeCsv(CHANGE_COLUMNS, changes)),
    ...(migrating === null ? [] : [textFile("MIGRATING.md", migrating)]),
    textFile("CITATION.cff", citationFile(release, sources)),
    textFile(LICENCE_FILE, LICENCE_TEXT),
    textFile("load.R", loadR(content, release)),
    jsonFile("croissant.json", croissant({ content, files: catalogued(files, editions), release }), LEVELS.croissant),
  ];
  const listed = [...files, ...editions, ...described.map(factsOf)].toSorted(byPath);
  return [
    ...described,
    textFile("README.md", releaseReadme({ tables, files: listed, release, isMigration: migrating !== null })),
  ];
}

/** The files that contain data. */
const catalogued = (tables: readonly FileFacts[], editions: readonly TypedFile[]): TypedFile[] =>
  [...tables.map((file) => ({ ...file, mediaType: "text/csv" })), ...editions].toSorted(byPath);

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => byCodeUnit(a.path, b.path);

const encoder = new TextEncoder();

const textFile = (path: string, text: string): OutputFile => ({ path, bytes: encoder.encode(text) });

/** A file of JSON whose outer levels are in lines of their own. */
export const jsonFile = (path: string, value: unknown, levels: number): OutputFile =>
  textFile(path, `${jsonLines(value, levels)}\n`);

const factsOf = ({ path, bytes }: OutputFile): FileFacts => ({
  path,
  bytes: bytes.length,
  sha256: sha256Hex(bytes),
});
