import { resolutionRules } from "#schemas/resolution-rules.ts";
import { code, table } from "./markdown.ts";

/** How statements become records, exact enough to repeat it by hand from `claims.csv`. */
export const rulesSection = (): string => `## How statements become records

A *statement* is what one source says, in one place, about one record. A *claim* is one filled cell of one statement: a row of \`claims\`. Statements with the same \`record_id\` become one record, column by column. To rebuild a cell of a statement table, take the claims with its \`table\`, \`record_id\` and \`column\`, and follow these steps.

**1. Order of preference.** Sort the claims by these criteria. For two claims, the first criterion in which they differ decides:

1. \`statement_type\` of the claim's statement: \`reported\`, then \`assessed\`, then \`forecast\`. You find it in the claim on the column \`statement_type\` that has the same record, source and evidence.
2. \`certainty\`: \`stated\`, then \`hedged\`, then \`attributed\`.
3. \`reliability\` of the source in \`source_provenance\`: A before B, and so on to F.
4. The date of the source, by \`date_published_earliest\`: a later source comes first.
5. \`source_id\`, then \`evidence\`, sorted by character code. This only breaks ties, so that the result never depends on the order of files.

**2. Who is heard.** A source that retells another (\`derived_from\` in \`source_provenance\`, directly or through other sources) is not a second witness. If both fill the same column of the same record, the claim of the retelling source is not heard: it is listed in \`claims\`, but decides nothing. If only the retelling source fills the column, its claim is heard. The columns on how a source says it (\`statement_type\`, \`certainty\`, \`attributed_to\`, \`cited_work_ids\`) are stricter: there, the retelling source is not heard if the other source has any statement about the record.

**3. Families.** Sources linked by \`derived_from\` are one family. \`n_sources\` counts the sources of a record, and \`n_independent_sources\` counts its families.

**4. The rule of the column.** Each column's rule is listed below under Columns, and each claim names it in \`rule\`:

${table(
  ["rule", "used for", "what is published", "in conflict"],
  Object.entries(resolutionRules).map(([rule, { usedFor, publishes, conflictsWhere }]) => [
    code(rule),
    usedFor,
    publishes,
    conflictsWhere,
  ]),
)}

**5. Decisions.** For one column of one record, a coder may set the rule aside and give the reason. Then only the claims of the source that the decision names are heard, \`rule\` is \`decision\`, and claims that do not fit are \`overruled\`.

**6. What became of each claim** (\`status\`): an \`accepted\` claim is the published value, or a part of it. A \`compatible\` claim is not published, but does not contradict what is: a date that contains the whole published date, a number that fits the published one, a text that is worded differently. An \`overruled\` claim was set aside by a decision. Every other claim is \`outvoted\`.

**7. Columns that follow.** Some columns are not stated by a source, but follow from columns that are: \`date_earliest\`, \`date_latest\`, \`date_precision\` and \`date_prec\` from \`date\`; country, region, location and coordinates from \`place_id\`; names from actor ids; \`sequence\` and the columns on the first date in a country from the dates of all steps. \`as_of\` is the date of the record's latest source. If a row has no date of its own, it describes the situation as of then.

\`claims\` lists a number as the source gives it: \`1300\`, \`1000..2000\`, \`>1300\`, \`>=5\`, \`<50\`, \`<=90\`.`;
