import { code, plain, shorten, table } from "#pipeline/publish/markdown.ts";
import type { AgreementExamples, WorkedExample } from "#pipeline/publish/tables/agreement-examples.ts";
import { agreement } from "#schemas/codelists/statements.ts";

/** How to read agreement, with an example of each kind from this release. */
export const agreementSection = ({ corroborated, compatible, conflicting }: AgreementExamples): string =>
  [
    "## Agreement",
    table(
      ["agreement", "means"],
      agreement.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    "The most disputed column decides. A record is `conflicting` if any compared column is in conflict. Otherwise it is `compatible` if the claims in any compared column differ. Otherwise it is `corroborated` if it has two or more independent sources, and `single` if it has one. Some columns are not compared: texts, `date_text`, `unit`, and the columns on how a source says it (`statement_type`, `certainty`, `attributed_to`, `cited_work_ids`). `conflicting_columns` names the columns in conflict.",
    ...worked(
      "Corroborated",
      corroborated,
      ({ column, record }) =>
        `Independent sources give the same ${code(column)}, and no other compared column differs. The record has ${record.n_independent_sources} independent sources.`,
    ),
    ...worked("Compatible", compatible, ({ column }) =>
      column === "date"
        ? "The more precise date lies within the less precise one. Both can be right, and the more precise one is published."
        : `The claims on ${code(column)} differ, but all can be right.`,
    ),
    ...worked(
      "Conflicting",
      conflicting,
      ({ column, claims }) =>
        `No single ${code(column)} fits all claims. The rule ${code(claims[0]?.rule ?? "")} decides which is published. The others stay in \`claims\`.`,
    ),
  ].join("\n\n");

function worked(title: string, example: WorkedExample | null, why: (example: WorkedExample) => string): string[] {
  if (example === null) return [`**${title}.** No record in this release is an example.`];
  const { table: name, record, column, claims } = example;
  return [
    `**${title}:** ${code(record.record_id)} of \`${name}\`, column ${code(column)}. ${plain(shorten("description" in record ? record.description : "", 200))}`,
    table(
      ["source", "evidence", "certainty", "value", "status"],
      claims.map((claim) => [
        claim.source_id,
        code(claim.evidence),
        claim.certainty,
        code(shorten(claim.value, 80)),
        claim.status,
      ]),
    ),
    why(example),
  ];
}
