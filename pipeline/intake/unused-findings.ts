import { splitList, type Value } from "#pipeline/core/row.ts";
import { isOfFile } from "./of-file.ts";
import type { Finding } from "./taken-in.ts";

/** Metadata that were found and are not in the row. */
export interface UnusedFinding extends Finding {
  /**
   * `of-file`: a property of the file. `after-access`: a day of publication after the day on which the document was got.
   * `not-first`: the row has another value, which came first.
   */
  readonly why: "of-file" | "after-access" | "not-first";
}

/** The findings whose values the row does not have, each value of a field once. */
export function unusedFindings(
  metadata: readonly Finding[],
  row: Readonly<Record<string, Value>>,
): readonly UnusedFinding[] {
  const seen = new Set<string>();
  return metadata.flatMap((finding): UnusedFinding[] => {
    const { field, value } = finding;
    const key = `${field} ${value.toLowerCase()}`;
    if (seen.has(key) || isIn(row[field] ?? null, value)) return [];
    seen.add(key);
    const why = isOfFile(finding)
      ? "of-file"
      : isAfterAccess(finding, row.date_accessed)
        ? "after-access"
        : "not-first";
    return [{ ...finding, why }];
  });
}

/** Nothing is published after the day on which it was got; such days are those of an event, or of a wrong clock. */
export const isAfterAccess = ({ field, value }: Finding, accessed: Value | undefined): boolean =>
  field === "date_published" && typeof accessed === "string" && value > accessed;

/** Whether a cell has the value, as a whole or as an item of its list. */
function isIn(cell: Value, value: string): boolean {
  const [text, wanted] = [String(cell ?? "").toLowerCase(), value.toLowerCase()];
  return text === wanted || splitList(text).includes(wanted);
}
