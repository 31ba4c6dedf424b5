import { dayNumber } from "#pipeline/core/iso-day.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { type Cell, type Cells, isAmount, isPartialDate, publishedValue, splitList } from "#pipeline/core/row.ts";
import { expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { withoutAccents } from "#pipeline/core/without-accents.ts";
import type { Amount } from "#schemas/cell-values.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import type { MeasuredColumn } from "./measure.ts";

/** A cell as codings are compared in it. An empty cell is `null` in each part. */
interface ComparedCell {
  /** Two cells agree if these are the same. */
  readonly meant: string | null;
  /** Its place on the scale of an interval column; `null` if it has none, as an undated cell. */
  readonly number: number | null;
  /** As coded. */
  readonly written: string | null;
}

/** A row of one coding as it is compared with rows of another. */
export interface ComparedRow {
  readonly id: string;
  readonly evidence: string;
  /** The sentences of its evidence. */
  readonly sentences: ReadonlySet<string>;
  /** In the order of the compared columns. */
  readonly cells: readonly ComparedCell[];
  /** Where it stands and what it says, without the ids that a coder gave. */
  readonly content: string;
}

interface Reading {
  readonly table: CodedTableName;
  readonly columns: readonly MeasuredColumn[];
  readonly index: SentenceIndex | undefined;
}

/** Reads a row that has evidence; `null` if it has none. */
export function comparedRow(values: Cells, { table, columns, index }: Reading): ComparedRow | null {
  const { evidence } = values;
  if (typeof evidence !== "string") return null;
  const [key] = columnsOf(codedTable(table).row);
  const sentences = index === undefined ? [] : expandEvidence(evidence, index).entries.map(({ locator }) => locator);
  const cells = columns.map((column) => comparedCell(values[column.name] ?? null, column));
  return {
    id: String(values[key?.name ?? ""]),
    evidence,
    sentences: new Set(sentences),
    cells,
    content: JSON.stringify([sentences, ...cells.map(({ meant }) => meant)]),
  };
}

function comparedCell(cell: Cell, { isList, measure }: MeasuredColumn): ComparedCell {
  const written = publishedValue(cell);
  if (written === null) return { meant: null, number: null, written: null };
  const text = String(written);
  const alike = measure === "wording" ? wordsOf : folded;
  const meant = isList ? splitList(text).map(alike).sort(byCodeUnit).join("; ") : alike(text);
  return { meant, number: measure === "interval" ? numberOf(cell) : null, written: text };
}

/** In free wording, punctuation makes no difference, unless there is nothing else. */
const wordsOf = (text: string) => plainWords(text) || folded(text);

/** Case, accents and white space make no difference. */
const folded = (text: string) => withoutAccents(text).toLowerCase().replaceAll(/\s+/gu, " ").trim();

/** A date counts as its first day, in days. */
function numberOf(cell: Cell): number | null {
  if (typeof cell === "number") return cell;
  if (isPartialDate(cell)) return cell.earliest === null ? null : dayNumber(cell.earliest);
  if (isAmount(cell)) return finiteEnd(cell);
  return typeof cell === "string" ? dayNumber(cell) : null;
}

/** An amount counts as the lowest number that it allows, or as the highest if the source leaves the lower end open. */
const finiteEnd = ({ low, high }: Amount) => (Number.isFinite(low) ? low : high);
