import { code, table } from "#pipeline/publish/markdown.ts";
import { resolutionRules } from "#schemas/resolution-rules.ts";

/** How statements become records, exact enough to repeat it by hand from `claims.csv`. */
export const rulesSection = (): string => `## How statements become records

A *statement* is what one source says, in one place, about one record. A *claim* is one filled cell of one statement: a row of \`claims\`. Statements with the same \`record_id\` become one record, column by column. To rebuild a cell of a statement table, take the claims with its \`table\`, \`record_id\` and \`column\`, and follow these steps.

**1. Order of preference.** Sort the statements of the record by these criteria. For two statements, the first criterion in which they differ decides:

1. \`statement_type\`: \`reported\`, then \`assessed\`, then \`forecast\`. You find it in the claim on the column \`statement_type\` that has the same record, source and evidence.
2. \`certainty\`: \`stated\`, then \`hedged\`, then \`attributed\`.
3. \`reliability\` of the source in \`source_provenance\`: A before B, and so on to F.
4. The date of the source, by \`date_published_earliest\`: a later source comes first; then by \`source_id\`.
5. The number of the statement's claims, without those on \`description\`, \`statement_type\`, \`certainty\`, \`attributed_to\` and \`cited_work_ids\`: more claims come first.
6. The place in the text: the statement whose first sentence comes first. Compare paragraphs and sentences as numbers (p9s1 before p12s3), and if the first sentences are equal, the next ones.

**2. Who is heard, and who leads.** A source that retells another (\`derived_from\` in \`source_provenance\`, directly or through other sources) is no second witness. If both have a statement about the record, the statements of the retelling source are not heard: they are listed in \`claims\`, but decide nothing. The first statement in order that is heard leads the record. From here on, it comes first in order.

**3. Who counts.** A claim counts if its statement is heard and as strong as the leading one: neither its \`statement_type\` nor its \`certainty\` is weaker. A date counts only if the leading statement has a date, too. Other claims are shown, and have no influence on the value. Sources linked by \`derived_from\` are one family: \`n_sources\` counts the sources of a record, and \`n_independent_sources\` counts its families.

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

**5. Decisions.** For one column of one record, a coder may set the rule aside and give the reason. Then only the claims of the source that the decision names count (you find them by \`accepted\`), \`rule\` is \`decision\`, and claims that do not fit are \`overruled\`.

**6. What became of each claim** (\`status\`): an \`accepted\` claim is the published value, or a part of it. A \`compatible\` claim is not published, but does not contradict what is: a date that has a day in common with the published one, a number that fits it, a place that lies within it or around it, a text that is worded differently, a list of other items, any claim where nothing is published. An \`overruled\` claim was set aside by a decision. Every other claim is \`outvoted\`.

**7. Columns that follow.** Some columns are not stated by a source, but follow from columns that are: \`date_earliest\`, \`date_latest\`, \`date_precision\` and \`date_prec\` from \`date\`; country, region, location and coordinates from \`place_id\`; names from actor ids; \`sequence\` from the dates of all steps of the actor. \`as_of\` is the date of the latest source that is heard. If a row has no date of its own, it describes the situation as of then. What a retelling says without a date holds no later than what it retells: where \`disagreements\` says that it changed the other source's words (\`changed_in_retelling\`), \`as_of\` is the date of the other source. \`cited_work_ids\` lists the works cited by statements that are heard and of which no claim is outvoted or overruled.

\`claims\` lists a number as the source gives it: \`1300\`, \`1000..2000\`, \`>1300\`, \`>=5\`, \`<50\`, \`<=90\`.`;
