import { formatPlace } from "#pipeline/core/format-issue.ts";
import { byColumns } from "#pipeline/core/order.ts";
import type { Entry, RegisterEntry, Resolution } from "#pipeline/core/resolution.ts";
import { splitList } from "#pipeline/core/row.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import { expandEvidence } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { explainCount, explainLink } from "#pipeline/explain/event-data.ts";
import { explainColumns } from "#pipeline/explain/explain-columns.ts";
import type {
  ExplainedErratum,
  ExplainedSentence,
  ExplainedStatement,
  Explanation,
  Question,
} from "#pipeline/explain/explanation.ts";
import { findRecord } from "#pipeline/explain/find-record.ts";
import { type PublishedRow, publishedTable } from "#schemas/published-tables.ts";

export interface ExplainInput {
  readonly resolution: Resolution;
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** The normalised texts that are available, by source. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Traces a record, or one of its columns, to the sentences that support it. Throws a UsageError for an unknown record or column. */
export function explain(question: Question, input: ExplainInput): Explanation {
  const { entry, column } = findRecord(question, input.resolution);
  const columns = explainColumns({ entry, column }, input.tables.decisions);
  const speaking = new Set(columns.flatMap(({ claims }) => claims.map(({ statement }) => statement)));
  const isAsked = (number: number) => column === null || speaking.size === 0 || speaking.has(number);
  const shown = spokenRows(entry, input)
    .map((spoken, at) => ({ ...spoken, number: at + 1 }))
    .filter(({ number }) => isAsked(number))
    .map((spoken) => explainStatement(spoken, input));
  const isRecord = entry.columns !== undefined;
  return {
    release: null,
    tombstone: null,
    table: entry.table,
    recordId: entry.id,
    description: publishedTable(entry.table).description,
    asked: column,
    agreement: isRecord ? entry.row.agreement : null,
    nSources: isRecord ? entry.row.n_sources : null,
    nIndependentSources: isRecord ? entry.row.n_independent_sources : null,
    columns,
    statements: shown,
    errata: entry.table === "errata" ? [] : errataOf(shown, input),
    disagreements: isRecord ? disagreementsOf(splitList(entry.row.disagreement_ids), input.resolution) : [],
    eventLinks: isRecord ? rowsAbout("event_links", entry, input.resolution).map(explainLink) : [],
    eventCounts: isRecord ? rowsAbout("event_counts", entry, input.resolution).map(explainCount) : [],
    namedBy: isRecord ? [] : namedBy(entry, input.resolution),
  };
}

/** The published rows of event data about a record. */
const rowsAbout = (name: "event_links" | "event_counts", { table, id }: Entry, resolution: Resolution) =>
  [...resolution.entries(name)].flatMap((entry) =>
    (entry.table === "event_links" || entry.table === "event_counts") &&
    entry.row.table === table &&
    entry.row.record_id === id
      ? [entry.row]
      : [],
  );

const disagreementsOf = (ids: readonly string[], resolution: Resolution): Explanation["disagreements"] =>
  ids.flatMap((disagreementId) => {
    const entry = resolution.find("disagreements", disagreementId);
    return entry?.table === "disagreements" ? [{ disagreementId, question: entry.row.question }] : [];
  });

/** A coded row about an entry, and how it states its claims. */
interface SpokenRow extends Pick<ExplainedStatement, "sourceId" | "evidence" | "at"> {
  readonly statementType: string | null;
  readonly certainty: string | null;
  readonly attributedTo: string | null;
  readonly citedWorks: readonly string[];
}

/** The statements of a record. A cited work or erratum names its sentences itself, so its own row is its only statement. */
function spokenRows(entry: Entry, { tables, resolution }: ExplainInput): SpokenRow[] {
  if (entry.columns !== undefined) {
    return entry.statements.map(({ sourceId, evidence, values, at }) => ({
      sourceId,
      evidence,
      at: formatPlace(at),
      statementType: values.statement_type,
      certainty: values.certainty,
      attributedTo: values.attributed_to,
      citedWorks: splitList(values.cited_work_ids),
    }));
  }
  const manner = { statementType: null, certainty: null, attributedTo: null, citedWorks: [] };
  if (entry.table === "disagreements") {
    return [...resolution.entries("disagreement_sides")].flatMap((side) =>
      side.table === "disagreement_sides" && side.id === entry.id
        ? [{ ...manner, sourceId: side.row.source_id, evidence: side.row.evidence, at: formatSide(side.row) }]
        : [],
    );
  }
  if (entry.table !== "cited_works" && entry.table !== "errata") return [];
  const { source_id: sourceId, evidence } = entry.row;
  return [{ ...manner, sourceId, evidence, at: placeOf(entry, tables) }];
}

const formatSide = ({ side, position, record_id }: PublishedRow<"disagreement_sides">) =>
  `Side ${side}, ${record_id}: ${position}`;

function placeOf({ table, id }: RegisterEntry & { table: "cited_works" | "errata" }, tables: StagedTables): string {
  const { path } = tables[table];
  const line =
    table === "errata"
      ? tables.errata.rows.find(({ values }) => values.erratum_id === id)?.line
      : tables.cited_works.rows.find(({ values }) => values.work_id === id)?.line;
  return formatPlace({ file: path, line: line ?? null, column: null });
}

function explainStatement(spoken: SpokenRow & { number: number }, input: ExplainInput): ExplainedStatement {
  const { sourceId, evidence } = spoken;
  const source = input.tables.sources.rows.find(({ values }) => values.source_id === sourceId)?.values;
  return {
    ...spoken,
    sourceTitle: source?.title ?? null,
    sourceUrl: source?.url ?? source?.url_copy ?? null,
    reliability: source?.reliability ?? null,
    datePublished: source?.date_published?.edtf ?? null,
    sentences: sentencesOf(sourceId, evidence, input),
  };
}

function sentencesOf(sourceId: string, evidence: string, { indexes, texts }: ExplainInput): ExplainedSentence[] {
  const index = indexes.get(sourceId);
  const text = texts.get(sourceId);
  if (index === undefined) return [];
  return expandEvidence(evidence, index).entries.map((entry) => ({
    locator: entry.locator,
    line: entry.line,
    page: entry.page,
    words: entry.words,
    sha256: entry.sha256,
    text: text === undefined ? null : readSentence(entry, text),
  }));
}

/** The errata about the sentences that are shown. */
function errataOf(statements: readonly ExplainedStatement[], input: ExplainInput): ExplainedErratum[] {
  const shown = new Set(
    statements.flatMap(({ sourceId, sentences }) => sentences.map(({ locator }) => `${sourceId}:${locator}`)),
  );
  return input.tables.errata.rows.flatMap(({ values }): ExplainedErratum[] => {
    const { erratum_id: erratumId, source_id: sourceId, evidence, as_printed: asPrinted, corrected, reason } = values;
    if (!sentencesOf(sourceId, evidence, input).some(({ locator }) => shown.has(`${sourceId}:${locator}`))) return [];
    return [{ erratumId, sourceId, evidence, asPrinted, corrected, reason }];
  });
}

/** The records whose statements name the actor, place or cited work. */
function namedBy({ table, id }: RegisterEntry, resolution: Resolution): Explanation["namedBy"] {
  const refersTo = `${table}.${publishedTable(table).key.at(-1)}`;
  return [...resolution.entries()]
    .flatMap(({ table: naming, id: recordId, columns = [] }) =>
      columns
        .filter(
          ({ column, claims }) =>
            column.refersTo === refersTo && claims.some(({ row }) => splitList(row.value).includes(id)),
        )
        .map(({ column }) => ({ table: naming, column: column.name, recordId })),
    )
    .sort(byColumns(["table", "column", "recordId"]));
}
