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

/** How many cells of a table had to be cut. */
export interface CutCells {
  readonly table: EditionTable;
  readonly count: number;
}

const heading = (text: string): ReadMeLine => ({ text, isHeading: true });

/** The lines of the sheet `Read me`: what a reader must know before the first filter is set. */
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
    text: "The column date is as vague as the source: 2018-07 is July 2018, 2018-41 the second half of 2018, 2017/.. a time that began in 2017. It is a text, not a spreadsheet's date. To sort or filter by time, use date_earliest and date_latest, which are real days; date_precision says how far they lie apart. An empty bound is open. A day before March 1900 is a text, because spreadsheets count no days before that.",
  },
  heading("How to read agreement"),
  {
    text: `single: one independent source. corroborated: two or more, and nothing differs. compatible: they differ, but all can be right. conflicting: the columns named in conflicting_columns hold statements that can not all be right; see the ${leftOut.some(({ name }) => name === "claims") ? "table" : "sheet"} claims, where every statement stands side by side. n_independent_sources counts sources that retell one another as one.`,
  },
  heading("How to read an empty cell"),
  {
    text: "Empty means not known: no source says it. It is never zero and never no. That a place or a month has no row means that these documents do not speak of it, not that nothing happened there.",
  },
  ...(leftOut.length === 0 ? [] : [heading("Tables without a sheet"), ...leftOut.map(leftOutLine)]),
  ...(cut.length === 0 ? [] : [heading("Texts that are cut"), ...cut.map(cutLine)]),
  heading("The sheets"),
  ...sheets.map((table) => ({ text: `${sheetName(table)}: ${whatItHolds(table)}` })),
];

const whatItHolds = ({ title, description, rowCount }: EditionTable) =>
  `${title}. ${description} ${plural(rowCount, "row")}.`;

const leftOutLine = (table: EditionTable): ReadMeLine => ({
  text: `${table.name}: ${whatItHolds(table)} This is too much for a spreadsheet. The table is in ${dataFile(table)} of the release, for R, Python and databases.`,
});

const cutLine = ({ table, count }: CutCells): ReadMeLine => ({
  text: `${sheetName(table)}: ${plural(count, "cell")}. A cell of a spreadsheet holds 32,767 characters at most. A longer text ends with "${CUT_MARK.trim()}". All of it is in ${dataFile(table)} of the release.`,
});

const dataFile = ({ name }: EditionTable) => `data/${name}.csv`;
