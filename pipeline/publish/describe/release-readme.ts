import { bibtexCitation, type CitedRelease, rowCitation, textCitation } from "#pipeline/core/citation.ts";
import { csvPath } from "#pipeline/core/csv-path.ts";
import { isEditionFile } from "#pipeline/core/edition-files.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { Figure } from "#pipeline/publish/editions/figures/figure.ts";
import { figureList, figurePath } from "#pipeline/publish/editions/figures/figures.ts";
import { code } from "#pipeline/publish/markdown.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { dataset, doiAddress } from "#schemas/dataset.ts";
import { DATA_HASH_COMMAND } from "./release-facts.ts";

interface ReadmeInput {
  readonly tables: readonly ReleaseTable[];
  /** The files made before this one. */
  readonly files: readonly FileFacts[];
  readonly release: CitedRelease;
  /** Whether columns changed, so that there is a `MIGRATING.md`. */
  readonly isMigration: boolean;
}

/** `README.md` of a release: what it is, which file to use, how to cite it. */
export function releaseReadme({ tables, files, release, isMigration }: ReadmeInput): string {
  return `# ${dataset.title}

${dataset.name} ${release.version}, released on ${release.created}. Licence: [${dataset.licence.title}](${dataset.licence.url}); [LICENSE](LICENSE) has its text.${release.doi === null ? "" : ` DOI: [${release.doi}](${doiAddress(release.doi)}).`}

${dataset.description}

A release never changes: a correction is a new version. [CHANGELOG.md](CHANGELOG.md) says what changed since the last version, and [changes.csv](changes.csv) lists the corrections cell by cell, and sums up what follows from them.${isMigration ? " [MIGRATING.md](MIGRATING.md) leads from the columns and ids of the last major version to today's." : ""} Before you count anything, read [CODEBOOK.md](CODEBOOK.md). It says what a row is, what happens if sources disagree, and what the absence of a row does not mean.

## At a glance

${figureList.map(picture).join("\n\n")}

## Which file to use

| you use | file |
| --- | --- |
| a spreadsheet | \`${dataset.name}.xlsx\`: a sheet for each table, in the order in which people read, with the words of codes beside them |
| R | \`jnim <- source("load.R")$value\`: needs only base R, and loads every table with its classes, from this folder or its address |
| Python, SQL, other programs | \`data/<table>.csv\`, \`.json\` or \`.parquet\`, described in \`datapackage.json\`; or \`${dataset.name}.sqlite\` (SQLite 3.31 or newer) |
| a map | \`${dataset.name}.geojson\`: the places and records that have coordinates or a named outline |
| a text or a talk | \`figures/*.svg\`: the drawings above, each for light and for dark pages |
| a catalogue or crawler | \`croissant.json\` (Croissant 1.1, schema.org), \`csv-metadata.json\` (CSV on the Web), \`CITATION.cff\` |
| everything | \`${dataset.name}-${release.version}.zip\` |

## The tables

| table | a row is | rows |
| --- | --- | ---: |
${tables.map(({ name, description, rowCount }) => `| [${name}](${csvPath(name)}) | ${description} | ${rowCount} |`).join("\n")}

## How to cite

> ${textCitation(release)}

\`\`\`bibtex
${bibtexCitation(release)}\`\`\`

Cite one row by its id: \`${rowCitation(release.version, exampleRecord(tables))}\`. Ids are never reused. A retired id is listed in \`data/retired.csv\`, with the reason.

The hash connects the citation with the data. To compute it, run this command in this folder:

\`\`\`sh
${DATA_HASH_COMMAND}
\`\`\`

The hash covers the CSV files in \`data/\`. It is not the hash of \`SHA256SUMS\` itself, because that file lists this one. To check these and all other files that are here, run \`sha256sum --check --quiet --ignore-missing SHA256SUMS\`. If there is a \`SHA256SUMS.sig\`, \`ssh-keygen -Y verify -f allowed_signers -I ${dataset.name} -n ${dataset.name} -s SHA256SUMS.sig < SHA256SUMS\` checks who signed it; take \`allowed_signers\` from a place that you trust.

## The files

| file | bytes |
| --- | ---: |
${files.map(({ path, bytes }) => `| ${isEditionFile(path) ? code(path) : `[${path}](${path})`} | ${bytes} |`).join("\n")}

Files without a link are editions, which are made from the others. A clone of the repository has them only in part: to get them, run \`npm run pipeline -- editions ${release.version}\` there, or download them with the release. There are also: this file; \`${dataset.name}-${release.version}.zip\`, which contains all of the above and its own sums; \`manifest.json\`, which has the hash of every input and output; and \`SHA256SUMS\`.
`;
}

/** A figure that follows the colours of the reader's page. */
const picture = (figure: Figure) =>
  `<picture><source media="(prefers-color-scheme: dark)" srcset="${figurePath(figure, "dark")}"><img src="${figurePath(figure, "light")}" alt="${figure.alternative}"></picture>`;

/** The first record of the timeline, or the example from the schemas if there is none. */
const exampleRecord = (tables: readonly ReleaseTable[]) =>
  String(tables.find(({ name }) => name === "expansion_timeline")?.filled.get("record_id")?.example ?? "exp-014");
