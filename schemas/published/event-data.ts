import { z } from "zod";
import { EventCount } from "#schemas/coded/event-counts.ts";
import { EventLink } from "#schemas/coded/event-links.ts";
import { unit } from "#schemas/codelists/attributes.ts";
import { linkDecidedBy, linkVerdict } from "#schemas/codelists/event-data.ts";
import { code, decimal, label, optional, reference } from "#schemas/column.ts";

/** A link that was decided. */
export const PublishedLink = z.strictObject({
  ...EventLink.shape,
  verdict: code(linkVerdict, {
    title: "Verdict",
    description: "Whether the record and the event are the same event.",
    example: "same",
  }),
  decided_by: code(linkDecidedBy, {
    title: "Decided by",
    description: "A person, or the declared rule.",
    example: "coder",
  }),
});

const { table, record_id, ...counted } = EventCount.shape;

const claimed = (title: string, which: string) =>
  decimal({
    title,
    description: `${which} of the claim, copied from the record. Compare it with the count only in view of what each of them counts.`,
    unit: "given in the column unit",
    example: 8,
    aspect: "what",
  });

/** A claim and what event data count, in one row. */
export const PublishedCount = z.strictObject({
  table,
  record_id,
  amount_low: claimed("Claim, low", "The lowest value"),
  amount_best: claimed("Claim, best", "The single number"),
  amount_high: claimed("Claim, high", "The highest value"),
  unit: optional(
    code(unit, {
      title: "Unit",
      description: "The unit of the claim and of the count, copied from the record.",
      example: "percent",
    }),
  ),
  lead_source_id: reference("source_provenance.source_id", {
    title: "Leading source",
    description: "The source that leads the record with the claim, copied from the record.",
    example: "acled-2023",
  }),
  ...counted,
  coder: label({ title: "Coder", description: "Who took the row over.", example: "reader-1" }),
});
