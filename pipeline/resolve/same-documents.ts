import { documentMarks } from "#pipeline/core/document-marks.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

/** Sources that are one document: their text, its original or their address is the same. They would count as two witnesses. */
export function checkSameDocuments({ path, rows }: StagedTable<"sources">): Issue[] {
  const first = new Map<string, { readonly sourceId: string; readonly line: number }>();
  return rows.flatMap(({ line, values }): Issue[] => {
    const { source_id: sourceId } = values;
    const issues = new Map<string, Issue>();
    for (const { key, column, by } of documentMarks(values)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, { sourceId, line });
      else if (other.sourceId !== sourceId && !issues.has(other.sourceId)) {
        const at = { file: path, line, column };
        const facts = { otherId: other.sourceId, otherLine: other.line, by };
        issues.set(other.sourceId, { code: "resolve/same-document", at, ...facts });
      }
    }
    return [...issues.values()];
  });
}
