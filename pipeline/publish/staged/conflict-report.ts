import type { ColumnResolution, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { table as markdownTable, plain } from "#pipeline/publish/markdown.ts";

/** The heading of the report on conflicts, which an editor reads before a release. */
export const conflictTitle = (records: number) =>
  `# Conflicts\n\n${records === 1 ? "1 record has" : `${records} records have`} statements that cannot all be right.`;

/** A record in conflict, with its statements side by side and the value that the rule chose. */
export const conflictSection = ({ table, id, columns }: ResolvedRecord): string =>
  `## ${table} ${id}\n\n${columns.filter(isConflicting).map(formatColumn).join("\n")}`;

const isConflicting = ({ agreement }: ColumnResolution) => agreement === "conflicting";

function formatColumn({ column, rule, claims, published }: ColumnResolution): string {
  const chosen = Object.entries(published)
    .map(([name, value]) => `${name} = ${value ?? "(empty)"}`)
    .join(", ");
  const rows = claims.map(({ statement: { values }, row }) =>
    [
      row.value,
      row.source_id,
      row.evidence,
      row.certainty,
      row.status,
      "description" in values ? values.description : "",
    ].map(plain),
  );
  const sides = markdownTable(["value", "source", "evidence", "certainty", "status", "description"], rows);
  return `**${column.name}**: by ${rule}, ${plain(chosen)}\n\n${sides}\n`;
}
