import { resolutionRules } from "#schemas/resolution-rules.ts";
import { code, table } from "./markdown.ts";

/** How statements become records, exact enough to do it by hand from `claims.csv`. */
export const rulesSection = (): string => `## How statements become records

A *statement* is what one source says, in one place, about one record. A *claim* is one filled cell of one statement: a row of \`claims\`. Statements with the same \`record_id\` become one record, column by column. To rebuild a cell of a statement table, take the claims with its \`table\`, \`record_id\` and \`column\`, and go through these steps.

**1. Order of preference.** Put the claims in order. The first of these that differs decides:

1. \`statement_type\` of their statement: \`reported\`, then \`assessed\`, then \`forecast\`. It is the claim of the column \`statement_type\` with the same record, source and evidence.
2. \`certainty\`: \`stated\`, then \`hedged\`, then \`attributed\`.
3. \`reliability\` of the source in \`source_provenance\`: A before B, and so on to F.
4. The source that was published later, by \`date_published_earliest\`.
5. \`source_id\`, then \`evidence\`, in the order of their characters: this decides nothing but ties, so that the outcome never hangs on the order of files.

**2. Who is heard.** A source that retells another (\`derived_from\` in \`source_provenance\`, directly or through others) is no second witness. Where both fill the same column of the same record, the retelling claim is not heard: it stands in \`claims\`, and decides nothing. Where the retelling source alone speaks, it is heard. For the columns on how a source says it (\`statement_type\`, \`certainty\`, \`attributed_to\`, \`cited_work_ids\`), it is not heard wherever the other speaks of the record at all.

**3. Families.** Sources tied by \`derived_from\` are one family. \`n_sources\` counts the sources of a record, \`n_independent_sources\` its families.

**4. The rule of the column**, given for each column below and, for each claim, in \`rule\`:

${table(
  ["rule", "used for", "what is published", "in conflict"],
  Object.entries(resolutionRules).map(([rule, { usedFor, publishes, conflictsWhere }]) => [
    code(rule),
    usedFor,
    publishes,
    conflictsWhere,
  ]),
)}

**5. Decisions.** A coder may decide one column of one record against its rule, with a reason. Then only the named source's claims are heard, \`rule\` says \`decision\`, and what does not fit is \`overruled\`.

**6. What became of each claim** (\`status\`): \`accepted\` is what is published, or a part of it; \`compatible\` is not published and contradicts nothing that is (a date that contains the published one whole, a number that fits it, a text worded otherwise); \`outvoted\` is everything else; \`overruled\` is what a decision set aside.

**7. What follows.** Some columns are not stated but follow from those that are: \`date_earliest\`, \`date_latest\`, \`date_precision\` and \`date_prec\` from \`date\`; country, region, location and coordinates from \`place_id\`; names from actor ids; \`sequence\` and the columns on the first date in a country from the dates of all steps. \`as_of\` is the date of the record's latest source: where a row has no date of its own, it holds as of then.

A number stands in \`claims\` as the source has it: \`1300\`, \`1000..2000\`, \`>1300\`, \`>=5\`, \`<50\`, \`<=90\`.`;
