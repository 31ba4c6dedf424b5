import type { ReleaseFacts } from "#pipeline/core/citation.ts";
import { table } from "#pipeline/publish/markdown.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { dataset } from "#schemas/dataset.ts";
import { firstThings } from "#schemas/reading.ts";
import { agreementSection } from "./agreement.ts";
import { changesSection } from "./changes.ts";
import { codesSection } from "./codes.ts";
import { codingsSection } from "./codings.ts";
import { columnsSection } from "./columns.ts";
import { datesSection } from "./dates.ts";
import { disagreementsSection } from "./disagreements.ts";
import { eventDataSection } from "./event-data.ts";
import { leadSection } from "./lead.ts";
import { limitsSection, useSection } from "./limits.ts";
import { rulesSection } from "./rules.ts";
import { seriesSection } from "./series.ts";

/** `CODEBOOK.md`: what the tables contain, how they were made, and what not to conclude from them. */
export const codebook = (content: ReleaseContent, release: ReleaseFacts): string =>
  [
    `# Codebook of ${dataset.name} ${release.version}`,
    `${dataset.title}. Version ${release.version} of ${release.created}.`,
    dataset.description,
    "## Five things to know first",
    firstThings.map(({ title, text }, at) => `${at + 1}. **${title}** ${text}`).join("\n"),
    "## The tables",
    table(
      ["table", "a row is", "key", "rows:"],
      content.tables.map(({ name, description, key, rowCount }) => [
        `[${name}](#${name})`,
        description,
        key.join(", "),
        rowCount,
      ]),
    ),
    leadSection(content.examples.lead),
    rulesSection(),
    agreementSection(content.examples),
    disagreementsSection(content.examples.disagreement),
    datesSection(),
    seriesSection(content.examples.series),
    PLACES,
    BY_COUNTRY,
    eventDataSection(),
    limitsSection(content),
    ...codingsSection(content.agreement),
    useSection(),
    VERSIONS,
    changesSection(),
    columnsSection(content.tables),
    codesSection(),
    "",
  ].join("\n\n");

const PLACES = `## Places

A place is a row of \`places\`: a point (a village, a town), an administrative unit, or an area as the documents name it ("central Mali"). Points have coordinates in WGS 84, with the source of the coordinates. Areas have none, and none are invented for them, because a centroid on a map looks like knowledge. \`where_prec\` is the UCDP GED scale from 1 (exact) to 6 (a country); 7 is a place in several countries, whereas in UCDP it is one at sea or in the air.

\`admin1\`, \`admin1_pcode\` and \`admin2\` follow OCHA's P-code lists that are valid from \`pcode_valid_from\`. Regions of Mali and Burkina Faso have been redrawn since, so a join by name or by an undated code can go wrong. Join by \`admin1_pcode\`, with a list of the same date.

Every table that has a \`place_id\` also has the place's names, codes and coordinates, under ACLED's column names, so that you need only one file. They are copies from \`places\`.`;

const BY_COUNTRY = `## Expansion by country

\`expansion_by_country\` sums up \`expansion_timeline\` for each actor and country: the earliest dated step, the steps without a date, and their numbers. It does not say when an actor first came to a country: any undated step may be earlier, a presence may be older than the first step that a document mentions, and steps in areas that span several countries are in no row.`;

const VERSIONS = `## Versions, ids and citations

A release never changes. A correction is a new version, and \`changes.csv\` lists it with its reason. The version number says how much may break for you. Its first part rises if a column or table is removed, renamed or retyped, or a column is added; its second part if rows are added or retired, or a table is added; its third part if values or words are corrected.

An id (\`exp-014\`) contains nothing that a correction may change, and is never reused. An id that is no longer used is retired: it is listed in \`retired\`, with the reason and the id that replaces it. Cite a row as \`${dataset.name}@<version>#<id>\`.`;
