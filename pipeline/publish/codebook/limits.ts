import { plural } from "#pipeline/core/plural.ts";
import { plain, table } from "#pipeline/publish/markdown.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { reliability, sourceType } from "#schemas/codelists/sources.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import { notToConclude, responsibleUse } from "#schemas/reading.ts";

type Source = PublishedRow<"source_provenance">;

/** Whose view the data give, and what not to conclude from them. */
export const limitsSection = ({ sources, nRecords, nAlone }: ReleaseContent): string => `## Known limits

**Whose view.** Everything here was said by ${plural(sources.length, "document")} (${formatKinds(sources)}). Unless the column “why” says otherwise, a document was written outside the region, from reporting, event data and other documents: it is no field report, court record or survey, and the people who live there do not speak for themselves in it. These data do not contain what the authors did not look for.

${table(
  ["source", "publisher", "published", "reliability", "why", "records", "based on it alone"],
  sources.map((source) => [
    source.source_id,
    plain(source.publisher ?? "not known"),
    source.date_published ?? "",
    formatReliability(source),
    plain(source.reliability_reason),
    String(source.n_records ?? ""),
    String(source.n_records_alone ?? ""),
  ]),
)}

**${nAlone} of ${nRecords} records are based on one independent source.** A record that is based on one source is only as good as that source. Filter by \`n_independent_sources\`, and look at \`reliability\`.

**The absence of a row.** These are not event data. The documents name examples, turning points and what their authors found remarkable; they do not list everything. If a place, an actor or a month has no row, no document says anything about it. It does not mean that nothing happened, or that the group was not there.

**What not to conclude:**

${bullets(notToConclude)}

**Coding.** Descriptions are in the coder's own words. Coders coded what a document says, not what is true. They filled no cell from other knowledge, and they listed the documents' slips in \`errata\`. They identified places and actors by the documents' own words. A wrong identification would affect every row that names the place or actor.`;

/** `2 policy analysis, 1 news`: how many of each kind, in codelist order. */
const formatKinds = (sources: readonly Source[]) =>
  sourceType.codes
    .map(({ code, label }) => ({
      label: label.toLowerCase(),
      count: sources.filter(({ source_type }) => source_type === code).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}: ${count}`)
    .join("; ");

const formatReliability = ({ reliability: grade }: Source) =>
  `${grade} (${(reliability.codes.find(({ code }) => code === grade)?.label ?? "").toLowerCase()})`;

/** What these data are for, and what they are not for. */
export const useSection = (): string => `## Responsible use

These data are about a war in which civilians are killed, displaced and starved. They were made to study how an armed group grows, pays for itself and puts pressure on people and states, and to make every statement about that checkable.

${bullets(responsibleUse)}`;

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
