import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { reliability, sourceType } from "#schemas/codelists/sources.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import { table } from "./markdown.ts";

type Source = PublishedRow<"source_provenance">;

/** Whose eyes the data see with, and what must not be concluded from them. */
export const limitsSection = ({ sources, nRecords, nAlone }: ReleaseContent): string => `## Known limits

**Whose eyes.** Everything here was said by ${sources.length} documents (${formatKinds(sources)}). As far as is known, all were written outside the region, from reporting, event data and one another. None is a field report, a court record or a survey, and in none do the people who live there speak for themselves. What the authors did not look for, these data do not hold.

${table(
  ["source", "publisher", "published", "reliability", "why", "records", "on it alone"],
  sources.map((source) => [
    source.source_id,
    source.publisher ?? "not known",
    source.date_published ?? "",
    formatReliability(source),
    source.reliability_reason,
    String(source.n_records ?? ""),
    String(source.n_records_alone ?? ""),
  ]),
)}

**${nAlone} of ${nRecords} records rest on one independent source.** A record that rests on one source is as good as that source. Filter by \`n_independent_sources\`, and look at \`reliability\`.

**The absence of a row.** These are not event data. The documents name examples, turning points and what struck their authors; they do not list everything. No row for a place, an actor or a month means that no document speaks of it. It does not mean that nothing happened, or that the group was not there.

**What must not be concluded:**

- No rate, trend or ranking from counting rows. Rows count what documents mention, and attention is not activity. Use event data (ACLED, UCDP GED) for counts.
- No cause from order. \`sequence\` says what came first in time among the dated steps, not what led to what.
- No border from a map of points. \`area_of_control\` and \`area_of_influence\` are a source's words about an area, at a time.
- No guilt from a column. As with ACLED, \`actor1_id\` is no judgement; a claim \`attributed\` to a party is that party's claim.
- No total from ranges. \`_low\` and \`_high\` are what sources allow, not a confidence interval, and numbers of different rows may count the same people.
- No belief of a people from \`ethnic_constituency\`. It says from where a source thinks a group recruits, and nothing about the members of any community.

**Coding.** Descriptions are the coder's sentences. What a document says was coded, not what is so: no cell was filled from other knowledge, and slips of the documents are listed in \`errata\`. Places and actors were told apart by the documents' own words, and a wrong identification would carry into every row that names it.`;

/** `2 policy analysis, 1 news`: how many of each kind, in the order of the codelist. */
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

These data are about a war in which civilians are killed, displaced and starved. They were made to study how an armed group grows, pays for itself and presses on people and states, and to let every statement about that be checked.

- Write about people as people. A row of \`economic_warfare_incidents\` is a village without food or a school without teachers.
- Do not use the data to single out a person, a household, a community or an ethnic group, and do not join them with data that would.
- Nothing here is fit for operations. The places are as vague and as old as the documents, no position is current, and no one must be targeted, stopped, denied aid or refused asylum on the strength of a row.
- Do not pass on a group's claims as facts: keep \`certainty\` and \`attributed_to\` with what you quote.
- Quote with \`agreement\`, the version and the row's id, so that your readers can check you as you could check us.`;
