import { splitList, type Value } from "#pipeline/core/row.ts";
import { isOfFile } from "./of-file.ts";
import type { Finding } from "./taken-in.ts";

/** Metadata that were found and are not in the row. */
export interface UnusedFinding extends Finding {
  /** `of-file`: a property of the file. `not-first`: the row has another value, which came first. */
  readonly why: "of-file" | "not-first";
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
    return [{ ...finding, why: isOfFile(finding) ? "of-file" : "not-first" }];
  });
}

/** Whether a cell has the value, as a whole or as an item of its list. */
function isIn(cell: Value, value: string): boolean {
  const [text, wanted] = [String(cell ?? "").toLowerCase(), value.toLowerCase()];
  return text === wanted || splitList(text).includes(wanted);
}
