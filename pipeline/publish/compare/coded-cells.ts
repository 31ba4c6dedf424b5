import { splitList } from "#pipeline/core/row.ts";
import { isCodersDisagreement } from "#schemas/coded/disagreements.ts";
import { codedAs } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import { amountNames } from "#schemas/published/derived-columns.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { isPublishedTable, isStatedTable, publishedTable } from "#schemas/published-tables.ts";

/** Whether an id of a table is permanent. A table that no longer exists had permanent ids. */
export const isLastingId = (table: string, id: string) =>
  !isPublishedTable(table) || publishedTable(table).isLastingId(id);

/** Whether people write the rows of a table about records of other tables. */
export const isAboutRecords = (table: string) => isPublishedTable(table) && publishedTable(table).isAboutRecords;

/**
 * Whether a row comes from a coded row, and not from other rows as claims, evidence and the data dictionary do.
 * Disagreements that the pipeline finds in a record, and their sides, come and go with the record.
 */
export const isCoded = (table: string, recordId: string) =>
  table === "disagreement_sides"
    ? isCodersDisagreement(recordId.slice(0, recordId.indexOf("/")))
    : isAboutRecords(table) || isLastingId(table, recordId);

const known = new Map<string, ReadonlyMap<string, string>>();

/** By published column with a coded value, the coded column. `location`, copied from places, has none. */
export function ownColumns(table: string): ReadonlyMap<string, string> {
  const own = known.get(table) ?? new Map([...originsOf(table)].flatMap(ownColumn));
  known.set(table, own);
  return own;
}

const ownColumn = ([published, { name }]: [string, Column]): [string, string][] =>
  published === name || Object.values(amountNames(name)).includes(published) ? [[published, name]] : [];

/**
 * Whether a cell of a coded row follows from other cells or rows: the bounds of a date, a copied name, a count. The
 * evidence of a record follows from its statements; it is stated where a sentence is no longer cited. A column that the
 * schemas do not know, because only an older release has it, counts as stated.
 */
export function isDerivedCell(table: string, column: string, before: string, after: string): boolean {
  if (codedAs(table) === null || !isPublishedTable(table) || !(column in publishedTable(table).row.shape)) return false;
  if (column !== "evidence" || !isStatedTable(table)) return !ownColumns(table).has(column);
  const left = new Set(splitList(after));
  return splitList(before).every((sentence) => left.has(sentence));
}
