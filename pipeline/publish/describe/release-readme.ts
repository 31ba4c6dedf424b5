import type { FileFacts } from "#pipeline/core/release-store.ts";
import { csvPath } from "#pipeline/publish/tables/csv-lines.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { dataset } from "#schemas/dataset.ts";
import { bibtexCitation, rowCitation, textCitation } from "./citation.ts";
import { type CitedRelease, DATA_HASH_COMMAND } from "./release-facts.ts";

interface ReadmeInput {
  readonly tables: readonly ReleaseTable[];
  /** The files made before this one. */
  readonly files: readonly FileFacts[];
  readonly release: CitedRelease;
}

/** `README.md` of a release: what it is, which file to take, how to cite it. */
export function releaseReadme({ tables, files, release }: ReadmeInput): string {
  return `# ${dataset.title}

${dataset.name} ${release.version}, released on ${release.created}. Licence: [${dataset.licence.title}](${dataset.licence.url}).

${dataset.description}

Read [CODEBOOK.md](CODEBOOK.md) before you count anything: it says what a row is, how sources that disagree are treated, and what the absence of a row does not mean. What changed since the last version is in [CHANGELOG.md](CHANGELOG.md), cell by cell in [changes.csv](changes.csv). This folder never changes: a correction is a new version.

## Which file to take

| you use | take |
| --- | --- |
| a spreadsheet | \`${dataset.name}.xlsx\`: a sheet for each table, dates and codes kept as they are |
| R | \`jnim <- source("load.R")$value\`: base R alone, every table with its classes, from this folder or its address |
| Python, SQL, other programs | \`data/<table>.csv\`, \`.json\` or \`.parquet\`, described in \`datapackage.json\`; or \`${dataset.name}.sqlite\` |
| a catalogue or crawler | \`croissant.json\` (Croissant 1.1, schema.org), \`csv-metadata.json\` (CSV on the Web), \`CITATION.cff\` |
| all of it | \`${dataset.name}-${release.version}.zip\` |

## The tables

| table | a row is | rows |
| --- | --- | ---: |
${tables.map(({ name, description, rowCount }) => `| [${name}](${csvPath(name)}) | ${description} | ${rowCount} |`).join("\n")}

## How to cite

> ${textCitation(release)}

\`\`\`bibtex
${bibtexCitation(release)}\`\`\`

Cite one row by its id: \`${rowCitation(release.version, exampleRecord(tables))}\`. Ids are never used twice; one that is withdrawn stands in \`data/retired.csv\` with the reason.

The hash ties the citation to the data. Compute it in this folder with

\`\`\`sh
${DATA_HASH_COMMAND}
\`\`\`

It covers the files in \`data/\`, each of which \`sha256sum -c SHA256SUMS\` checks together with all others. It is not the hash of \`SHA256SUMS\` itself, because that file lists this one.

## The files

| file | bytes |
| --- | ---: |
${files.map(({ path, bytes }) => `| [${path}](${path}) | ${bytes} |`).join("\n")}

Besides: this file; \`${dataset.name}-${release.version}.zip\`, which holds all of the above and sums of its own; \`manifest.json\`, the hash of every input and output; \`SHA256SUMS\`.
`;
}

/** The first record of the timeline, or the id that the schemas show where there is none. */
const exampleRecord = (tables: readonly ReleaseTable[]) =>
  String(tables.find(({ name }) => name === "expansion_timeline")?.filled.get("record_id")?.example ?? "exp-014");
