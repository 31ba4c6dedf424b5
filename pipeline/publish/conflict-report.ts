import type { ColumnResolution, ResolvedRecord } from "#pipeline/core/record.ts";

/** Every record in conflict, its statements side by side, and what the rule chose: an editor reads it before a release. */
export function conflictReport(records: readonly ResolvedRecord[]): string {
  const inConflict = records.filter(({ agreement }) => agreement === "conflicting");
  const sections = inConflict.map(
    (record) =>
      `## ${record.table} ${record.recordId}\n\n${record.columns.filter(isConflicting).map(wordColumn).join("\n")}`,
  );
  const count = inConflict.length === 1 ? "1 record has" : `${inConflict.length} records have`;
  return `${[`# Conflicts\n\n${count} statements that can not all be right.`, ...sections].join("\n\n").trimEnd()}\n`;
}

const isConflicting = ({ agreement }: ColumnResolution) => agreement === "conflicting";

function wordColumn({ column, rule, claims, published }: ColumnResolution): string {
  const chosen = Object.entries(published)
    .map(([name, value]) => `${name} = ${value ?? "(empty)"}`)
    .join(", ");
  const rows = claims.map(({ statement, value, status }) =>
    cells([
      value,
      statement.sourceId,
      statement.evidence,
      String(statement.values.certainty),
      status,
      String(statement.values.description ?? ""),
    ]),
  );
  return [
    `**${column.name}**: by ${rule}, ${chosen}`,
    "",
    cells(["value", "source", "evidence", "certainty", "status", "description"]),
    cells(["---", "---", "---", "---", "---", "---"]),
    ...rows,
    "",
  ].join("\n");
}

const cells = (texts: readonly string[]) =>
  `| ${texts.map((text) => text.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
