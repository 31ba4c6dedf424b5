import { splitList } from "#pipeline/core/row.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** A cited sentence of a source, and the rows that cite it. */
export interface CitedSentence {
  readonly locator: string;
  readonly line: string;
  /** Where the original has pages. */
  readonly page: string;
  /** The tables and rows that cite it; each once. */
  readonly records: readonly { readonly table: string; readonly row: Cells }[];
}

/** The cited sentences of a source in the order of the document. */
export function citedSentences(sourceId: string, view: ReleaseView): CitedSentence[] {
  const sentences = new Map<
    string,
    { line: string; page: string; records: Map<string, { table: string; row: Cells }> }
  >();
  for (const { table = "", record_id: id = "", locator = "", line = "", page = "" } of view.where(
    "evidence",
    "source_id",
    sourceId,
  )) {
    const sentence = sentences.get(locator) ?? { line, page, records: new Map() };
    const row = view.find(table, id);
    if (row !== null) sentence.records.set(`${table}/${id}`, { table, row });
    sentences.set(locator, sentence);
  }
  return [...sentences]
    .map(([locator, { line, page, records }]) => ({ locator, line, page, records: [...records.values()] }))
    .sort((a, b) => orderOf(a.locator) - orderOf(b.locator));
}

/** `p12s3` → its place among all sentences: no paragraph has 10,000. */
function orderOf(locator: string): number {
  const [, paragraph = "0", sentence = "0"] = /^p(\d+)s(\d+)$/u.exec(locator) ?? [];
  return Number(paragraph) * 10_000 + Number(sentence);
}

/** The records that no other independent source supports. */
export function recordsAlone(sourceId: string, view: ReleaseView): { readonly table: string; readonly row: Cells }[] {
  return view.tables
    .filter(
      ({ key, columns }) => key[0] === "record_id" && columns.some(({ name }) => name === "n_independent_sources"),
    )
    .flatMap(({ name: table }) =>
      view
        .listing(table, "source_ids", sourceId)
        .filter((row) => splitList(row.source_ids).length === 1)
        .map((row) => ({ table, row })),
    );
}
