import { code, plain, table } from "#pipeline/publish/markdown.ts";
import type { SeriesExample } from "#pipeline/publish/tables/examples.ts";
import { seriesAttributes } from "#schemas/codelists/attributes.ts";

/** How values that change over time are published, with an example from this release. */
export const seriesSection = (example: SeriesExample | null): string =>
  [
    "## Values that change over time",
    `Some attributes of \`actor_profile\` change over time: ${seriesAttributes.map(code).join(", ")}. For these, a record is one actor, one attribute, one value, one place (empty: the whole) and one time: the date that the source gives for it. If the source gives none, the record is what that source says as of its own date, \`as_of\`; that is when it was written, not when anything was measured. So estimates for two times, or by two sources that give none, are two rows that stand side by side, never one row with a wider range.`,
    "Do not join such rows by a line, and do not call a difference between them growth or decline: their sources count differently. Where the values do not overlap, `disagreements` says whether a reader of the texts takes that for a contradiction (`conflict`) or for a change (`differs_in_time`).",
    ...(example === null
      ? ["No two records in this release are an example."]
      : [
          `**Example:** ${code(example[0]?.attribute ?? "")} of ${code(example[0]?.actor_id ?? "")}.`,
          table(
            ["record", "value", "date", "as of", "lowest", "best", "highest", "certainty", "source"],
            example.map((row) => [
              code(row.record_id),
              plain(row.value),
              row.date ?? "",
              row.as_of ?? "",
              formatNumber(row.amount_low),
              formatNumber(row.amount_best),
              formatNumber(row.amount_high),
              row.certainty,
              row.lead_source_id,
            ]),
          ),
        ]),
  ].join("\n\n");

const formatNumber = (value: number | null) => (value === null ? "" : String(value));
