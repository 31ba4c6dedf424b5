import { splitList } from "#pipeline/core/row.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** Where a sentence of a source stands. */
interface Position {
  readonly locator: string;
  readonly line: string;
  readonly start: string;
  /** Empty where the original has no pages, or where they are not known. */
  readonly page: string;
}

/** A cited sentence of a source, and the rows that cite it. */
export interface CitedSentence extends Position {
  /** The tables and rows that cite it; each once. */
  readonly records: readonly { readonly table: string; readonly row: Cells }[];
}

/** The cited sentences of a source in the order of the document. */
export function citedSentences(sourceId: string, view: ReleaseView): CitedSentence[] {
  const sentences = new Map<
    string,
    Omit<CitedSentence, "records"> & { readonly records: Map<string, { table: string; row: Cells }> }
  >();
  for (const cells of view.where("evidence", "source_id", sourceId)) {
    const { table = "", record_id: id = "" } = cells;
    const { locator } = positionOf(cells);
    const sentence = sentences.get(locator) ?? { ...positionOf(cells), records: new Map() };
    const row = view.find(table, id);
    if (row !== null) sentence.records.set(`${table}/${id}`, { table, row });
    sentences.set(locator, sentence);
  }
  return [...sentences.values()]
    .map((sentence) => ({ ...sentence, records: [...sentence.records.values()] }))
    .sort(inOrderOfReading);
}

/** A sentence that was read, and that no row is based on. */
export interface PassedOverSentence extends Position {
  /** A code of `passed_over_reason`. */
  readonly reason: string;
}

/** The sentences of a source that were passed over, in the order of the document; none if the release lacks them. */
export const passedOverSentences = (sourceId: string, view: ReleaseView): PassedOverSentence[] =>
  view
    .where("passed_over", "source_id", sourceId)
    .map((cells) => ({ ...positionOf(cells), reason: cells.reason ?? "" }))
    .sort(inOrderOfReading);

const positionOf = ({ locator = "", line = "", start = "", page = "" }: Cells): Position => ({
  locator,
  line,
  start,
  page,
});

/** The order of the document: by line, then by place in the line. */
export const inOrderOfReading = (a: Position, b: Position) =>
  Number(a.line) - Number(b.line) || Number(a.start) - Number(b.start);

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
