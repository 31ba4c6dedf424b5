import type { Place } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import { isPartialDate } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { dateDistance, firstYear } from "#schemas/guards.ts";
import type { Finding } from "./finding.ts";
import { publishedRows } from "./rows.ts";

const isTime = ({ kind }: Column) => kind === "date" || kind === "day";

const timesOf = new Map(codedTableNames.map((name) => [name, columnsOf(codedTable(name).row).filter(isTime)]));

/** Dates before the first year that a column of their kind can be about. */
export function earlyDates(tables: StagedTables): Finding[] {
  return [...publishedRows(tables)].flatMap(({ name, table, recordId, values, at }) =>
    (timesOf.get(name) ?? []).flatMap((column): Finding[] => {
      const cell = values[column.name] ?? null;
      const year = isPartialDate(cell) ? yearOf(cell) : cell === null ? null : Number(String(cell).slice(0, 4));
      const first = column.kind === "day" ? firstYear.day : firstYear.date;
      if (year === null || year >= first) return [];
      const value = isPartialDate(cell) ? cell.edtf : String(cell);
      const check = { table, recordId, column: column.name, value };
      return [{ code: "resolve/early-date", at: { ...at, column: column.name }, check, first }];
    }),
  );
}

/** The year of its first day, or of its last if the start is open. */
function yearOf({ earliest, latest }: PartialDate): number | null {
  const day = earliest ?? latest;
  return day === null ? null : Number(day.slice(0, day.indexOf("-", 1)));
}

interface Dated {
  readonly table: string;
  readonly recordId: string;
  readonly sourceId: string;
  readonly column: string;
  readonly date: PartialDate;
  readonly year: number;
  readonly at: Place;
}

interface ToCompare {
  readonly tables: StagedTables;
  readonly statements: readonly Statement[];
  readonly publishedOn: (sourceId: string) => PartialDate | null;
}

/** Dates that lie far from the document that gives them, or from another date of their record. */
export function distantDates({ tables, statements, publishedOn }: ToCompare): Finding[] {
  const dated = [...statements.flatMap(datesOf), ...worksIn(tables)].filter(({ year }) => year >= firstYear.date);
  const byRecord = groupDates(dated);
  return dated.flatMap((one): Finding[] => {
    const { table, recordId, column, date, year, at } = one;
    const found = (years: number, from: string, otherLine: number | null): Finding => ({
      ...{ code: "resolve/distant-date", at: { ...at, column }, years, from, otherLine },
      check: { table, recordId, column, value: date.edtf },
    });
    const source = publishedOn(one.sourceId);
    const sourceYear = source === null ? null : yearOf(source);
    if (source !== null && sourceYear !== null && sourceYear - year > dateDistance.yearsBeforeSource)
      return [found(sourceYear - year, source.edtf, null)];
    const others = byRecord.get(`${table}/${recordId}`) ?? [];
    const other = others.find((another) => Math.abs(another.year - year) > dateDistance.yearsInRecord);
    return other === undefined ? [] : [found(Math.abs(other.year - year), other.date.edtf, other.at.line)];
  });
}

function datesOf({ table, recordId, sourceId, values, at }: Statement): Dated[] {
  const date = "date" in values ? values.date : null;
  const year = date === null ? null : yearOf(date);
  return date === null || year === null ? [] : [{ table, recordId, sourceId, column: "date", date, year, at }];
}

const worksIn = ({ cited_works: { path, rows } }: StagedTables): Dated[] =>
  rows.flatMap(({ line, values: { work_id: recordId, source_id: sourceId, date_published: date } }) => {
    const year = date === null ? null : yearOf(date);
    if (date === null || year === null) return [];
    const at = { file: path, line, column: null };
    return [{ table: "cited_works", recordId, sourceId, column: "date_published", date, year, at }];
  });

function groupDates(dated: readonly Dated[]): ReadonlyMap<string, readonly Dated[]> {
  const groups = new Map<string, Dated[]>();
  for (const one of dated) {
    const key = `${one.table}/${one.recordId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
