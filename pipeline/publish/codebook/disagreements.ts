import { code, plain, table } from "#pipeline/publish/markdown.ts";
import type { DisagreementExample } from "#pipeline/publish/tables/examples.ts";
import { disagreementKind } from "#schemas/codelists/disagreements.ts";

/** How to find what the sources disagree on, with an example from this release. */
export const disagreementsSection = (example: DisagreementExample | null): string =>
  [
    "## Disagreements",
    "Where sources, or two places of one source, give different answers to one question, that is a row of `disagreements`, and each answer is a side in `disagreement_sides`: who says it, in which sentences, about which record. Most disagreements are between different records, and readers of the documents found them (`found_by` is `coder`). Where the statements about one record are in conflict in one column, the pipeline adds a row by itself (`found_by` is `machine`, id `dis-<record>-<column>`), unless a reader's row is about that column already. No side is marked as right. `disagreement_ids` in each table of records leads back to these rows.",
    table(
      ["kind", "means"],
      disagreementKind.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    ...(example === null ? ["No disagreement in this release is an example."] : worked(example)),
  ].join("\n\n");

const worked = ({ row, sides }: DisagreementExample) => [
  `**Example:** ${code(row.disagreement_id)}, ${code(row.kind)}. ${plain(row.question)}${row.note === null ? "" : ` ${plain(row.note)}`}`,
  table(
    ["side", "position", "source", "evidence", "record"],
    sides.map(({ side, position, source_id, evidence, record_id }) => [
      plain(side),
      plain(position),
      source_id,
      code(evidence),
      code(record_id),
    ]),
  ),
];
