import type { ReleaseFacts } from "#pipeline/publish/describe/release-facts.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { dataset } from "#schemas/dataset.ts";
import { agreementSection } from "./agreement.ts";
import { codesSection } from "./codes.ts";
import { columnsSection } from "./columns.ts";
import { datesSection } from "./dates.ts";
import { limitsSection, useSection } from "./limits.ts";
import { table } from "./markdown.ts";
import { rulesSection } from "./rules.ts";

/** `CODEBOOK.md`: what the tables hold, how they came to be, and what must not be read into them. */
export const codebook = (content: ReleaseContent, release: ReleaseFacts): string =>
  [
    `# Codebook of ${dataset.name} ${release.version}`,
    `${dataset.title}. Version ${release.version} of ${release.created}.`,
    dataset.description,
    "## Five things to know first",
    FIRST_THINGS,
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
    rulesSection(),
    agreementSection(content.examples),
    datesSection(),
    PLACES,
    limitsSection(content),
    useSection(),
    VERSIONS,
    columnsSection(content.tables),
    codesSection(),
    "",
  ].join("\n\n");

const FIRST_THINGS = `1. **A row is a record, not a report.** What several documents say of one thing is one row; what each of them says stands in \`claims\`, cell by cell.
2. **Every cell can be asked who says so.** \`evidence\` names the sentences of a record; \`claims\` names them for each cell. The sentences themselves are not reproduced: their publishers own them. Whoever has a document can find the sentence by its place and check it by its hash.
3. **\`agreement\` belongs to every number you quote.** Where it says \`conflicting\`, the published value is the outcome of a declared rule, not the truth.
4. **A date is as vague as its source.** Use \`date_earliest\` and \`date_latest\`, never a midpoint.
5. **Empty means not known.** Never zero, never no. A place or month without rows is one of which these documents do not speak.`;

const PLACES = `## Places

A place is a row of \`places\`: a point (a village, a town), an administrative unit, or an area as the documents name it ("central Mali"). Points carry coordinates in WGS 84 with where they were taken from; areas carry none, and none are invented for them: a centroid on a map looks like knowledge. \`where_prec\` is the scale of UCDP GED from 1 (exact) to 7 (several countries).

\`admin1\`, \`admin1_pcode\` and \`admin2\` follow OCHA's P-code lists as valid from \`pcode_valid_from\`. Regions of Mali and Burkina Faso have been redrawn since, so a join by name or by an undated code can go wrong; join by \`admin1_pcode\` with a list of the same date.

Every table that has a \`place_id\` carries the place's names, codes and coordinates along under ACLED's column names, so that one file is enough. They are copies: \`places\` is where they come from.`;

const VERSIONS = `## Versions, ids and citations

A release never changes. A correction is a new version, and \`changes.csv\` lists it with its reason. The number says what a reader has to fear: a column or table removed, renamed or retyped, or a column added, raises the first part; new or retired rows, or a new table, the second; corrected values and words the third.

An id (\`exp-014\`) holds nothing that a correction may change, and is never used twice. One that is withdrawn stands in \`retired\`, with the reason and what replaces it. Cite a row as \`${dataset.name}@<version>#<id>\`.`;
