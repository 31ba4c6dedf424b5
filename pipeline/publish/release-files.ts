import { CHANGE_COLUMNS, type Change } from "#pipeline/core/change.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import { dataset } from "#schemas/dataset.ts";
import { citationFile } from "./citation.ts";
import { codebook } from "./codebook.ts";
import { croissant } from "./croissant.ts";
import { csvwMetadata } from "./csvw.ts";
import { dataPackage } from "./data-package.ts";
import { loadR } from "./load-r.ts";
import { parquetFile } from "./parquet-file.ts";
import {
  type CitedRelease,
  dataHashOf,
  type FileFacts,
  factsOf,
  type ReleaseFacts,
  sumLines,
} from "./release-facts.ts";
import { releaseReadme } from "./release-readme.ts";
import { rowJsonSchema } from "./row-json-schema.ts";
import type { ReleaseTable } from "./sorted-tables.ts";
import { type ScratchFile, sqliteFile } from "./sqlite-file.ts";
import { csvFile, jsonFile, jsonRowsFile, textFile } from "./table-files.ts";
import { workbookFile } from "./workbook.ts";
import { zipFile } from "./zip-file.ts";

export interface ReleaseInput extends ReleaseFacts {
  /** From `sortTables`, and found good by `validateOutput`. */
  readonly tables: readonly ReleaseTable[];
  readonly changes: readonly Change[];
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly pipelineVersion: string;
  readonly inScratchFile: ScratchFile;
}

/**
 * Every file of a release's folder, sorted by path. Each is made from those before it:
 *
 * data files → their hash → descriptors, codebook, citation → editions → `croissant.json`, `README.md`, which list
 * them → the zip, which holds all of these with sums of its own → `manifest.json` → `SHA256SUMS`, which lists every
 * file but itself.
 */
export async function buildReleaseFiles(input: ReleaseInput): Promise<OutputFile[]> {
  const { tables } = input;
  const data = tables.flatMap(dataFiles);
  const dataFacts = data.map(factsOf);
  const release: CitedRelease = {
    version: input.version,
    created: input.created,
    dataHash: dataHashOf(dataFacts.toSorted(byPath)),
  };
  const described = describingFiles(input, release, dataFacts);
  const editions = [await workbookFile(tables, release), await sqliteFile(tables, input.inScratchFile)];
  const listed = [...dataFacts.filter(({ path }) => !path.endsWith(".schema.json")), ...editions.map(factsOf)].toSorted(
    byPath,
  );
  const catalogued = jsonFile("croissant.json", croissant({ tables, files: listed, release }));
  const content = [...data, ...described, ...editions, catalogued];
  const contentFacts = [...dataFacts, ...[...described, ...editions, catalogued].map(factsOf)].toSorted(byPath);
  const readme = textFile("README.md", releaseReadme({ tables, files: contentFacts, release }));
  return withSums(input, [...content, readme], [...contentFacts, factsOf(readme)].toSorted(byPath));
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => byCodeUnit(a.path, b.path);

const dataFiles = (table: ReleaseTable): OutputFile[] => [
  csvFile(table),
  jsonRowsFile(table),
  parquetFile(table),
  jsonFile(`data/${table.name}.schema.json`, rowJsonSchema(table)),
];

function describingFiles(
  { tables, changes, changelog }: ReleaseInput,
  release: CitedRelease,
  dataFacts: readonly FileFacts[],
): OutputFile[] {
  const files = new Map(dataFacts.map((facts) => [facts.path, facts]));
  const sources = tables.find(({ name }) => name === "source_provenance")?.rows ?? [];
  return [
    jsonFile("datapackage.json", dataPackage({ tables, files, release })),
    jsonFile("csv-metadata.json", csvwMetadata(tables, release)),
    textFile("CODEBOOK.md", codebook(tables, release)),
    textFile("CHANGELOG.md", changelog),
    textFile("changes.csv", writeCsv(CHANGE_COLUMNS, changes)),
    textFile("CITATION.cff", citationFile(release, sources)),
    textFile("load.R", loadR({ tables, files, release })),
  ];
}

/** The zip, the manifest and the sums: the files that are about files. */
function withSums(
  input: ReleaseInput,
  content: readonly OutputFile[],
  contentFacts: readonly FileFacts[],
): OutputFile[] {
  const folder = `${dataset.name}-${input.version}`;
  const zipped = [...content, textFile("SHA256SUMS", sumLines(contentFacts))];
  const zip = {
    path: `${folder}.zip`,
    bytes: zipFile(zipped.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }))),
  };
  const outputs = [...contentFacts, factsOf(zip)].toSorted(byPath);
  const manifest = jsonFile("manifest.json", {
    name: dataset.name,
    version: input.version,
    created: input.created,
    pipeline: input.pipelineVersion,
    inputs: input.inputs.toSorted(byPath),
    outputs,
  });
  const sums = textFile("SHA256SUMS", sumLines([...outputs, factsOf(manifest)].toSorted(byPath)));
  return [...content, zip, manifest, sums].toSorted(byPath);
}
