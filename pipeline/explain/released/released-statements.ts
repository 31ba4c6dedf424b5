import { compareLocators, isWithin } from "#pipeline/core/locator.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import type { ExplainedErratum, ExplainedSentence, ExplainedStatement } from "#pipeline/explain/explanation.ts";
import type { FoundRow } from "./find-released.ts";
import { type ReleasedRow, type ReleasedTables, rowsWith } from "./release-tables.ts";

/** A statement of a release: its claims have its source and its evidence. */
export interface ReleasedStatement {
  readonly number: number;
  readonly sourceId: string;
  readonly evidence: string;
  readonly claims: readonly ReleasedRow[];
  /** The side of a disagreement; `null` for anything else. */
  readonly side: string | null;
}

/** The statements of a record, the leading one first, or those of an entry that names its sentences itself. */
export function releasedStatements({ table, recordId, row }: FoundRow, release: ReleasedTables): ReleasedStatement[] {
  const groups = new Map<string, Omit<ReleasedStatement, "number">>();
  for (const claim of rowsWith(release, "claims", { table: table.name, record_id: recordId })) {
    const { source_id: sourceId = "", evidence = "" } = claim;
    const key = `${sourceId}/${evidence}`;
    groups.set(key, { sourceId, evidence, side: null, claims: [...(groups.get(key)?.claims ?? []), claim] });
  }
  const isLead = ({ sourceId, evidence }: Pick<ReleasedStatement, "sourceId" | "evidence">) =>
    sourceId === row.lead_source_id && evidence === row.lead_evidence;
  const stated = [...groups.values()].sort(
    (a, b) => byCodeUnit(a.sourceId, b.sourceId) || byCodeUnit(a.evidence, b.evidence),
  );
  const found = [
    ...stated.filter(isLead),
    ...stated.filter((statement) => !isLead(statement)),
    ...(groups.size > 0 ? [] : ownStatements({ name: table.name, recordId, row }, release)),
  ];
  return found.map((statement, at) => ({ ...statement, number: at + 1 }));
}

function ownStatements(
  { name, recordId, row }: { readonly name: string; readonly recordId: string; readonly row: ReleasedRow },
  release: ReleasedTables,
): Omit<ReleasedStatement, "number">[] {
  if (name === "disagreements") {
    return rowsWith(release, "disagreement_sides", { disagreement_id: recordId }).map((side) => ({
      ...{ sourceId: side.source_id ?? "", evidence: side.evidence ?? "", claims: [] },
      side: `Side ${side.side}, ${side.record_id}: ${side.position}`,
    }));
  }
  const { source_id: sourceId, evidence } = row;
  return sourceId === undefined || evidence === undefined ? [] : [{ sourceId, evidence, claims: [], side: null }];
}

interface Sentences {
  readonly release: ReleasedTables;
  readonly texts: ReadonlyMap<string, string>;
}

/** The statements as a reader sees them. Their place is the release, because it does not say which coded row it was. */
export function explainStatements(statements: readonly ReleasedStatement[], known: Sentences): ExplainedStatement[] {
  const sentencesOf = sentencesIn(statements, known);
  return statements.map(({ number, sourceId, evidence, claims, side }) => {
    const [source] = rowsWith(known.release, "source_provenance", { source_id: sourceId });
    const cellOf = (column: string) => claims.find((claim) => claim.column === column)?.value || null;
    return {
      ...{ number, sourceId, evidence },
      sourceTitle: source?.title || null,
      sourceUrl: source?.url || source?.url_copy || null,
      reliability: source?.reliability || null,
      datePublished: source?.date_published || null,
      at: side ?? `release ${known.release.version}, ${evidence}`,
      statementType: cellOf("statement_type"),
      certainty: claims[0]?.certainty || null,
      attributedTo: claims[0]?.attributed_to || null,
      citedWorks: splitList(cellOf("cited_work_ids")),
      sentences: sentencesOf(sourceId, evidence),
    };
  });
}

/** The sentences of the statements, found in one pass through `evidence`. A text counts only if it has the same sentence. */
function sentencesIn(statements: readonly ReleasedStatement[], { release, texts }: Sentences) {
  const sources = new Set(statements.map(({ sourceId }) => sourceId));
  const found = new Map<string, ExplainedSentence>();
  for (const { source_id = "", locator = "", line, page, start, end, sha256 = "" } of release.tables
    .get("evidence")
    ?.rows() ?? []) {
    if (!sources.has(source_id) || found.has(`${source_id}:${locator}`)) continue;
    const text = texts.get(source_id);
    const place = { start: Number(start), end: Number(end), sha256 };
    found.set(`${source_id}:${locator}`, {
      ...{ locator, line: Number(line), page: page ? Number(page) : null, words: null, sha256 },
      text: text === undefined ? null : readSentence(place, text),
    });
  }
  return (sourceId: string, evidence: string) =>
    [...found]
      .filter(([key, { locator }]) => key === `${sourceId}:${locator}` && isWithin(locator, evidence))
      .map(([, sentence]) => sentence)
      .sort((a, b) => compareLocators(a.locator, b.locator));
}

/** The errata of the release about the sentences that are shown. */
export function releasedErrata(statements: readonly ExplainedStatement[], release: ReleasedTables): ExplainedErratum[] {
  return [...(release.tables.get("errata")?.rows() ?? [])]
    .filter(({ source_id, evidence = "" }) =>
      statements.some(
        ({ sourceId, sentences }) =>
          sourceId === source_id && sentences.some(({ locator }) => isWithin(locator, evidence)),
      ),
    )
    .map(({ erratum_id = "", source_id = "", evidence = "", as_printed = "", corrected, reason = "" }) => ({
      ...{ erratumId: erratum_id, sourceId: source_id, evidence, asPrinted: as_printed, reason },
      corrected: corrected || null,
    }));
}
