import type { Measure } from "#pipeline/core/agreement-report.ts";
import { type CellKindName, cellKinds } from "#schemas/cell-kinds.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";

/** A column in which codings are compared. */
export interface MeasuredColumn {
  readonly name: string;
  readonly measure: Measure;
  /** Whether it holds several items, whose order means nothing. */
  readonly isList: boolean;
  /** Whether it holds a code, an id, a date or a number. */
  readonly isMain: boolean;
  /** Whether it says how the source says it, and not what. */
  readonly isAboutSource: boolean;
}

/** How cells of each kind are compared; `null` for those that only name the row itself or the place in the text. */
const MEASURES: Readonly<Record<CellKindName, Measure | null>> = {
  id: null,
  evidence: null,
  ids: null,
  reference: "nominal",
  references: "nominal",
  code: "nominal",
  codes: "nominal",
  boolean: "nominal",
  language: "nominal",
  list: "nominal",
  date: "interval",
  day: "interval",
  amount: "interval",
  integer: "interval",
  decimal: "interval",
  label: "wording",
  text: "wording",
  url: "wording",
  sha256: "wording",
};

/** Registers whose ids each coding gives for itself, or that name the source, which is the same for both. */
const OWN_IDS: ReadonlySet<string | undefined> = new Set(["sources.source_id", "cited_works.work_id"]);

function measureOf({ kind, refersTo, aspect }: Column): Measure | null {
  return OWN_IDS.has(refersTo) || aspect === "description" ? null : MEASURES[kind];
}

/** The columns of a coded table in which codings are compared, in the order of the table. */
export const measuredColumns = (table: CodedTableName): MeasuredColumn[] =>
  columnsOf(codedTable(table).row).flatMap((column) => {
    const measure = measureOf(column);
    if (measure === null) return [];
    const isMain = measure !== "wording" && column.kind !== "list";
    const { isList } = cellKinds[column.kind];
    return [{ name: column.name, measure, isList, isMain, isAboutSource: column.isAboutSource === true }];
  });
