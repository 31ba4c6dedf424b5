import { code, plain, shorten, table } from "#pipeline/publish/markdown.ts";
import type { LeadExample } from "#pipeline/publish/tables/examples.ts";

/** What it means that one statement leads a record, with an example from this release. */
export const leadSection = (example: LeadExample | null): string =>
  [
    "## The statement that leads a record",
    "A row is something that one source could have said. One statement leads each record: the first in order of preference among those that are heard (see below). `statement_type`, `certainty`, `attributed_to` and `description` are its own; `lead_source_id` and `lead_evidence` name it. Other statements can add to it, but only if they are as strong: a party's allegation never becomes part of a stated row, and a statement without a date is never given one, unless a coder decided so. `columns_from_others` lists the columns whose value is not that of the leading statement alone. To quote only what one source says, leave these columns out.",
    ...(example === null ? ["No record in this release is an example."] : worked(example)),
  ].join("\n\n");

function worked({ table: name, row, statements }: LeadExample): string[] {
  const description = "description" in row ? row.description : "";
  return [
    `**Example:** ${code(row.record_id)} of \`${name}\`. ${plain(shorten(description, 200))} It is led by ${code(row.lead_evidence)} of ${row.lead_source_id}; \`columns_from_others\` is ${code(row.columns_from_others ?? "")}.`,
    table(
      ["source", "evidence", "certainty", "part"],
      statements.map(({ source_id, evidence, certainty, isHeard }, at) => [
        source_id,
        code(evidence),
        certainty,
        partOf(at, isHeard),
      ]),
    ),
  ];
}

function partOf(position: number, isHeard: boolean): string {
  if (position === 0) return "leads";
  return isHeard ? "stands beside it" : "is not heard, because it retells another source";
}
