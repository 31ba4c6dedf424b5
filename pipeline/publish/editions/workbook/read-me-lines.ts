import { plural } from "#pipeline/core/plural.ts";
import { textCitation } from "#pipeline/publish/describe/citation.ts";
import type { CitedRelease } from "#pipeline/publish/describe/release-facts.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { dataset } from "#schemas/dataset.ts";
import { CUT_MARK } from "./cell-limit.ts";
import { type SheetList, sheetName } from "./sheet-list.ts";

export interface ReadMeLine {
  readonly text: string;
  readonly isHeading?: boolean;
}

/** How many cells of a table were cut. */
export interface CutCells {
  readonly table: EditionTable;
  readonly count: number;
}

const heading = (text: string): ReadMeLine => ({ text, isHeading: true });

/** The lines of the sheet `Read me`: what a reader must know before filtering the data. */
export const readMeLines = (
  release: CitedRelease,
  { sheets, leftOut }: SheetList,
  cut: readonly CutCells[],
): ReadMeLine[] => [
  heading(dataset.title),
  {
    text: `${dataset.name}, version ${release.version}, ${release.created}. Licence: ${dataset.licence.title} (${dataset.licence.url}).`,
  },
  { text: dataset.description },
  heading("How to cite"),
  { text: textCitation(release) },
  heading("How to read a date"),
  {
    text: "The column date is only as precise as the source: 2018-07 is July 2018, 2018-41 is the second half of 2018, and 2017/.. is a time that began in 2017. It is text, not a spreadsheet date. date_earliest and date_latest are real days, and date_precision says how far apart they are. An empty bound is open. A day before March 1900 is text, because spreadsheets cannot handle days before then. To sort or filter by time, use date_earliest and date_latest.",
  },
  heading("How to read agreement"),
  {
    text: `single: one independent source. corroborated: two or more, and nothing differs. compatible: statements differ, but all can be right. conflicting: in the columns named in conflicting_columns, the statements cannot all be right. n_independent_sources counts sources that retell one another as one. To compare all statements side by side, see the ${leftOut.some(({ name }) => name === "claims") ? "table" : "sheet"} claims.`,
  },
  heading("How to read an empty cell"),
  {
    text: "Empty means not known: no source says it. It never means zero, and never no. If a place or a month has no row, these documents say nothing about it. It does not mean that nothing happened.",
  },
  ...(leftOut.length === 0 ? [] : [heading("Tables without a sheet"), ...leftOut.map(leftOutLine)]),
  ...(cut.length === 0 ? [] : [heading("Texts that were cut"), ...cut.map(cutLine)]),
  heading("The sheets"),
  ...sheets.map((table) => ({ text: `${sheetName(table)}: ${whatItHolds(table)}` })),
];

const whatItHolds = ({ title, description, rowCount }: EditionTable) =>
  `${title}. ${description} ${plural(rowCount, "row")}.`;

const leftOutLine = (table: EditionTable): ReadMeLine => ({
  text: `${table.name}: ${whatItHolds(table)} This is too much for a spreadsheet. To read the table with R, Python or a database, use ${dataFile(table)} in the release.`,
});

const cutLine = ({ table, count }: CutCells): ReadMeLine => ({
  text: `${sheetName(table)}: ${plural(count, "cell")}. A spreadsheet cell holds at most 32,767 characters. A longer text ends with "${CUT_MARK.trim()}". For the whole text, see ${dataFile(table)} in the release.`,
});

const dataFile = ({ name }: EditionTable) => `data/${name}.csv`;
