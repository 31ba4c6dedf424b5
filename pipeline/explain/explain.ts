import { wordPlace } from "#pipeline/core/issue-words.ts";
import { byColumns } from "#pipeline/core/order.ts";
import type { Resolved, Statement } from "#pipeline/core/record.ts";
import { splitList, type Value } from "#pipeline/core/row.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import { expandEvidence } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { explainColumns } from "#pipeline/explain/explain-columns.ts";
import type {
  ExplainedErratum,
  ExplainedSentence,
  ExplainedStatement,
  Explanation,
  Question,
} from "#pipeline/explain/explanation.ts";
import { type Found, findRecord } from "#pipeline/explain/find-record.ts";
import { codedTable, codedTableNames, publishedTables } from "#schemas/tables.ts";

export interface ExplainInput {
  readonly resolved: Resolved;
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** Normalised texts by source, those that are at hand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Leads a record, or one column of it, back to the sentences it rests on. What is not there is a UsageError. */
export function explain(question: Question, input: ExplainInput): Explanation {
  const found = findRecord(question, input.resolved);
  const columns = explainColumns(found, input.tables.get("decisions"));
  const speaking = new Set(columns.flatMap(({ claims }) => claims.map(({ statement }) => statement)));
  const isAsked = (_: Statement, at: number) => found.column === null || speaking.size === 0 || speaking.has(at + 1);
  const statements = statementsOf(found, input).map((statement, at) => ({ statement, number: at + 1 }));
  const shown = statements
    .filter(({ statement, number }) => isAsked(statement, number - 1))
    .map(({ statement, number }) => explainStatement(statement, number, input));
  const { agreement = null, row } = found.record ?? { row: found.row };
  return {
    table: found.table,
    recordId: found.recordId,
    description: publishedTables[found.table].description,
    asked: found.column,
    agreement,
    nSources: asNumber(row.n_sources),
    nIndependentSources: asNumber(row.n_independent_sources),
    columns,
    statements: shown,
    errata: found.table === "errata" ? [] : errataOf(shown, input),
    namedBy: found.record === null ? namedBy(found, input.resolved) : [],
  };
}

const asNumber = (value: Value | undefined) => (typeof value === "number" ? value : null);
const asText = (value: Value | undefined) => (value === null || value === undefined ? null : String(value));

/** The statements of a record; a row of a register that names its sentences is its own only one. */
function statementsOf({ table, recordId, row, record }: Found, { tables }: ExplainInput): readonly Statement[] {
  if (record !== null) return record.statements;
  if (row.source_id === undefined || row.evidence === undefined) return [];
  const name = codedTableNames.find((coded) => codedTable(coded).publishedAs === table);
  const staged = name === undefined ? undefined : tables.get(name);
  const key = publishedTables[table].key.at(-1) ?? "";
  const line = staged?.rows.find(({ values }) => values[key] === recordId)?.line ?? null;
  const at = { file: staged?.path ?? table, line, column: null };
  return [{ table, recordId, sourceId: String(row.source_id), evidence: String(row.evidence), values: row, at }];
}

function explainStatement(statement: Statement, number: number, input: ExplainInput): ExplainedStatement {
  const { sourceId, evidence, values, at } = statement;
  const source = input.tables.get("sources")?.rows.find((row) => row.values.source_id === sourceId)?.values;
  return {
    number,
    sourceId,
    sourceTitle: asText(source?.title),
    reliability: asText(source?.reliability),
    datePublished: asText(source?.date_published),
    at: wordPlace(at),
    statementType: asText(values.statement_type),
    certainty: asText(values.certainty),
    attributedTo: asText(values.attributed_to),
    citedWorks: splitList(values.cited_work_ids),
    evidence,
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
    words: entry.words,
    sha256: entry.sha256,
    text: text === undefined ? null : readSentence(entry, text),
  }));
}

/** The errata whose sentences are among those shown. */
function errataOf(statements: readonly ExplainedStatement[], input: ExplainInput): ExplainedErratum[] {
  const shown = new Set(
    statements.flatMap(({ sourceId, sentences }) => sentences.map(({ locator }) => `${sourceId}:${locator}`)),
  );
  return (input.tables.get("errata")?.rows ?? []).flatMap(({ values }): ExplainedErratum[] => {
    const [sourceId, evidence] = [String(values.source_id), String(values.evidence)];
    if (!sentencesOf(sourceId, evidence, input).some(({ locator }) => shown.has(`${sourceId}:${locator}`))) return [];
    return [
      {
        erratumId: String(values.erratum_id),
        sourceId,
        evidence,
        asPrinted: String(values.as_printed),
        corrected: asText(values.corrected),
        reason: String(values.reason),
      },
    ];
  });
}

/** The records whose statements name an actor, a place, a cited work. */
function namedBy({ table, recordId }: Found, { records }: Resolved): Explanation["namedBy"] {
  const refersTo = `${table}.${publishedTables[table].key.at(-1)}`;
  return records
    .flatMap((record) =>
      record.columns
        .filter(
          ({ column, claims }) =>
            column.refersTo === refersTo && claims.some(({ value }) => splitList(value).includes(recordId)),
        )
        .map(({ column }) => ({ table: record.table, column: column.name, recordId: record.recordId })),
    )
    .sort(byColumns(["table", "column", "recordId"]));
}
