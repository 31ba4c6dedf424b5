import { type CitedRelease, textCitation } from "#pipeline/core/citation.ts";
import { plural } from "#pipeline/core/plural.ts";
import { CUT_MARK } from "#pipeline/core/xlsx/cell-limit.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { dataset } from "#schemas/dataset.ts";
import { type SheetList, sheetName } from "./sheet-list.ts";
import type { Losses } from "./table-rows.ts";

export interface ReadMeLine {
  readonly text: string;
  readonly isHeading?: boolean;
  /** The sheet that the text is about, whose name leads there. */
  readonly leadsTo?: string;
}

/** What the limits of a spreadsheet hide of a table. */
export interface LossesOfTable extends Losses {
  readonly table: EditionTable;
}

const heading = (text: string): ReadMeLine => ({ text, isHeading: true });

/** The lines of the sheet `Read me`: what a reader must know before filtering the data. */
export const readMeLines = (
  release: CitedRelease,
  { sheets, leftOut }: SheetList,
  losses: readonly LossesOfTable[],
): ReadMeLine[] => [
  heading(dataset.title),
  {
    text: `${dataset.name}, version ${release.version}, ${release.created}. Licence: ${dataset.licence.title} (${dataset.licence.url}).`,
  },
  { text: dataset.description },
  heading("The sheets"),
  ...sheets.map((table) => ({ text: whatItHolds(table), leadsTo: sheetName(table) })),
  ...section("Tables without a sheet", leftOut.map(leftOutLine)),
  heading("How to read a sheet"),
  {
    text: "What names a row comes first, then who, what, where and when, the description, the agreement of the sources, and the sources. A column whose name ends in _label has the words of the code in the column after it; only this file has such columns. Columns for programs, such as ids, codes of places and positions of sentences, and columns without any value are folded away on the right: to see them, click the + above the sheet. The sheet Columns says what each column holds.",
  },
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
  ...section("Texts that were cut", losses.filter(({ cutTexts }) => cutTexts > 0).map(cutLine)),
  ...section("Rows that are too low for their text", losses.filter(({ lowRows }) => lowRows > 0).map(lowRowsLine)),
];

const section = (title: string, lines: readonly ReadMeLine[]): readonly ReadMeLine[] =>
  lines.length === 0 ? [] : [heading(title), ...lines];

const whatItHolds = ({ title, description, rowCount }: EditionTable) =>
  `${title}, ${plural(rowCount, "row")}. ${description}`;

const leftOutLine = (table: EditionTable): ReadMeLine => ({
  text: `${table.name}: ${whatItHolds(table)} This is too much for a spreadsheet. To read the table with R, Python or a database, use ${dataFile(table)} in the release.`,
});

const cutLine = ({ table, cutTexts }: LossesOfTable): ReadMeLine => ({
  text: `${sheetName(table)}: ${plural(cutTexts, "cell")}. A spreadsheet cell holds at most 32,767 characters. A longer text ends with "${CUT_MARK.trim()}". For the whole text, see ${dataFile(table)} in the release.`,
});

const lowRowsLine = ({ table, lowRows }: LossesOfTable): ReadMeLine => ({
  text: `${sheetName(table)}: ${plural(lowRows, "row")}. A spreadsheet row is at most 409 points high. The cell has the whole text: select it to read the text in the formula bar.`,
});

const dataFile = ({ name }: EditionTable) => `data/${name}.csv`;
