import { parseAmount } from "#pipeline/core/amount.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { Column } from "#schemas/column.ts";
import type { Effect } from "./effects.ts";
import { MISTAKEN, misread } from "./mutations/misreadings.ts";

/** A cell that differs, with all that helps to judge it. */
export interface ChangedCell {
  readonly column: Column;
  readonly before: string | null;
  readonly after: string | null;
  /** The row as it is now. */
  readonly row: Row;
  /** All texts of the table as it was. */
  readonly table: string;
  /** The same column of the other statements about the record. */
  readonly others: readonly string[];
  /** The day on which the source of the row was published; empty if it is not known. */
  readonly published: string;
}

/** What the change is, seen from outside: this knows nothing of the guards. */
export function effectOf(cell: ChangedCell): Effect {
  const { column, before, after, table } = cell;
  if (after === null) return "cell emptied";
  if (/[\p{DI}\p{Cs}\p{Co}\p{Cn}]|[^\P{Cc}\n]/u.test(after)) return "character that does not show";
  if (scriptsIn(after).some((script) => !scriptsIn(table).includes(script))) return "letter of another script";
  if (before !== null && MISTAKEN.some((encoding) => after === misread(before, encoding))) return "misread letters";
  const special = ofItsKind(cell, after);
  if (special !== null) return special;
  if (before === null) return "cell filled";
  return PLAIN[column.kind];
}

const PLAIN: Readonly<Record<Column["kind"], Effect>> = {
  id: "another id",
  reference: "another id",
  references: "another id",
  ids: "another id",
  code: "another code",
  codes: "another code",
  boolean: "another code",
  language: "another code",
  date: "another date",
  day: "another date",
  amount: "another number",
  integer: "another number",
  decimal: "another number",
  evidence: "another sentence",
  label: "other words",
  list: "other words",
  text: "other words",
  url: "other words",
  sha256: "another hash",
};

/** What would be implausible in a cell of its kind; `null` if nothing is. */
function ofItsKind({ column, row, others, published }: ChangedCell, after: string): Effect | null {
  if (column.kind === "date" || column.kind === "day") return effectOfDate(after, published);
  if (column.kind === "amount")
    return others.some((other) => areFarApart(after, other)) ? "number ten times another" : null;
  if (column.name !== "latitude" && column.name !== "longitude") return null;
  return isInCountry(row) ? "another position" : "position outside its country";
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Arabic: /\p{Script=Arabic}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Tifinagh: /\p{Script=Tifinagh}/u,
  Nko: /\p{Script=Nko}/u,
  other:
    /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Tifinagh}\p{Script=Nko}]/u,
  // Latin letters in the forms of mathematics and of East Asian typesetting look like those of the alphabet.
  styled: /[\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]/u,
};

const scriptsIn = (text: string) => Object.keys(SCRIPTS).filter((script) => SCRIPTS[script]?.test(text) === true);

function effectOfDate(text: string, published: string): Effect | null {
  const date = parsePartialDate(text);
  if (typeof date === "string") return null;
  const day = date.earliest ?? date.latest ?? "";
  if (day < "1900") return "date before 1900";
  return Number(published.slice(0, 4)) - Number(day.slice(0, 4)) > 95 ? "date a century before its source" : null;
}

function areFarApart(one: string, other: string): boolean {
  const [a, b] = [parseAmount(one), parseAmount(other)];
  if (typeof a === "string" || typeof b === "string") return false;
  const isPositive = [a.low, a.high, b.low, b.high].every((end) => end > 0 && Number.isFinite(end));
  return isPositive && (a.low >= 10 * b.high || b.low >= 10 * a.high);
}

/** Rough boxes around countries, in degrees: south, west, north, east. A position outside is certainly not in the country. */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  BEN: [6, 0.7, 12.5, 3.9],
  BFA: [9.3, -5.6, 15.2, 2.5],
  CIV: [4.2, -8.7, 10.8, -2.4],
  DZA: [18.9, -8.8, 37.2, 12.1],
  GHA: [4.6, -3.4, 11.3, 1.3],
  MLI: [10, -12.4, 25.1, 4.4],
  MRT: [14.6, -17.2, 27.4, -4.7],
  NER: [11.6, 0.1, 23.6, 16.1],
  NGA: [4.1, 2.6, 14, 14.8],
  TCD: [7.3, 13.3, 23.6, 24.1],
  TGO: [6, -0.3, 11.3, 1.9],
};

function isInCountry({ iso3, latitude, longitude }: Row): boolean {
  const [south, west, north, east] = BOXES[String(iso3)] ?? [-90, -180, 90, 180];
  const [y, x] = [Number(latitude), Number(longitude)];
  return y >= south && y <= north && x >= west && x <= east;
}
