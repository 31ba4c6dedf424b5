import { shorten } from "#pipeline/core/shorten.ts";
import { codelists } from "#schemas/codelists.ts";
import type { Column } from "#schemas/column.ts";
import type { SourceRow } from "./source-row.ts";
import type { UnusedFinding } from "./unused-findings.ts";

/** The empty cells of a row that a person fills, each with what is expected: those that must not stay empty come first. */
export function formatFillIn(columns: readonly Column[]): string[] {
  const needed = columns.filter(({ isRequired }) => isRequired);
  const others = columns.filter(({ isRequired }) => !isRequired);
  return [
    ...(needed.length === 0 ? [] : ["Fill in these cells of the row:", ...needed.map(formatColumn)]),
    ...(others.length === 0 ? [] : ["Fill in these as far as they are known:", ...others.map(formatColumn)]),
  ];
}

function formatColumn({ name, description, codelist }: Column): string {
  const codes = codelists.find((list) => list.name === codelist)?.codes ?? [];
  const choice = codes.map(({ code, label }) => `${code} (${label})`).join(", ");
  return `  ${name}: ${description}${choice === "" ? "" : ` Choose ${choice}.`}`;
}

/** What was found in a document and is not in its row, with the reason. */
export function formatNotInRow({ refused, unused }: Pick<SourceRow, "refused" | "unused">): string[] {
  return [
    ...refused.map(
      ({ column, value }) => `${column} cannot be "${shorten(value)}", and is left empty. Fill it in by hand.`,
    ),
    ...formatUnused(
      unused.filter(({ why }) => why === "of-file"),
      "The properties of the file are not put into the row, because they are often those of a template or of whoever saved the file",
      "Copy what the document itself says.",
    ),
    ...formatUnused(
      unused.filter(({ why }) => why === "after-access"),
      "A document cannot be published after the day on which it was got, so that these are not put into the row",
      "Find the day of publication in the document itself.",
    ),
    ...formatUnused(
      unused.filter(({ why }) => why === "not-first"),
      "The document also declares other values than those in the row",
      "Choose the right one.",
    ),
  ];
}

function formatUnused(unused: readonly UnusedFinding[], what: string, next: string): string[] {
  if (unused.length === 0) return [];
  const found = unused.map(({ field, value, where }) => `${field} "${shorten(value)}" (${where})`);
  return [`${what}: ${found.join(", ")}. ${next}`];
}
