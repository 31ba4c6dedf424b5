import { byColumns } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import { explainCount, explainLink } from "#pipeline/explain/event-data.ts";
import type { Explanation, Question } from "#pipeline/explain/explanation.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import { findReleased } from "./find-released.ts";
import { type ReleasedTables, rowsWith } from "./release-tables.ts";
import { releasedColumns } from "./released-columns.ts";
import { explainStatements, releasedErrata, releasedStatements } from "./released-statements.ts";

/**
 * Traces a record of a release, or one of its columns, to its sentences, from the files of that release alone. `texts` are
 * the normalised texts that are available. Returns `null` if the release has no such record.
 */
export function explainReleased(
  question: Question,
  release: ReleasedTables,
  texts: ReadonlyMap<string, string>,
): Explanation | null {
  const found = findReleased(question, release);
  if (found === null) return null;
  const { table, recordId, row, column } = found;
  const spoken = releasedStatements(found, release);
  const columns = releasedColumns(found, spoken, release);
  const speaking = new Set(columns.flatMap(({ claims }) => claims.map(({ statement }) => statement)));
  const shown = spoken.filter(({ number }) => column === null || speaking.size === 0 || speaking.has(number));
  const statements = explainStatements(shown, { release, texts });
  const isRecord = row.agreement !== undefined;
  const about = { table: table.name, record_id: recordId };
  return {
    release: release.version,
    tombstone: null,
    table: table.name,
    recordId,
    // The descriptor of a release adds the number of rows.
    description: table.description.replace(/ [\d,]+ rows?\.$/u, ""),
    asked: column,
    agreement: agreement.codes.find(({ code }) => code === row.agreement)?.code ?? null,
    nSources: isRecord ? Number(row.n_sources) : null,
    nIndependentSources: isRecord ? Number(row.n_independent_sources) : null,
    columns,
    statements,
    errata: table.name === "errata" ? [] : releasedErrata(statements, release),
    disagreements: disagreementsOf(splitList(row.disagreement_ids), release),
    eventLinks: rowsWith(release, "event_links", about).map(explainLink),
    eventCounts: rowsWith(release, "event_counts", about).map(explainCount),
    namedBy: isRecord ? [] : namedBy({ table: table.name, key: table.key[0] ?? "", id: recordId }, release),
  };
}

const disagreementsOf = (ids: readonly string[], release: ReleasedTables): Explanation["disagreements"] =>
  ids.map((id) => ({
    disagreementId: id,
    question: rowsWith(release, "disagreements", { disagreement_id: id })[0]?.question ?? "",
  }));

interface Named {
  readonly table: string;
  readonly key: string;
  readonly id: string;
}

/** The records whose claims name the entry, and in which column. */
function namedBy({ table, key, id }: Named, release: ReleasedTables): Explanation["namedBy"] {
  const columns = new Set(
    rowsWith(release, "columns", { refers_to: `${table}.${key}` }).map((row) => `${row.table}.${row.column}`),
  );
  const found = new Map<string, Explanation["namedBy"][number]>();
  for (const claim of columns.size === 0 ? [] : (release.tables.get("claims")?.rows() ?? [])) {
    const { table: naming = "", column = "", record_id: recordId = "", value } = claim;
    if (!columns.has(`${naming}.${column}`) || !splitList(value).includes(id)) continue;
    found.set(`${naming}/${column}/${recordId}`, { table: naming, column, recordId });
  }
  return [...found.values()].sort(byColumns(["table", "column", "recordId"]));
}
