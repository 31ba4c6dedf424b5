import { countOf } from "#pipeline/core/count-words.ts";
import { dataset } from "#schemas/dataset.ts";
import { textCitation } from "./citation.ts";
import type { CitedRelease } from "./release-facts.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

interface Line {
  readonly text: string;
  readonly isHeading?: boolean;
}

const heading = (text: string): Line => ({ text, isHeading: true });

/** The lines of the sheet `Read me`: what a reader must know before the first filter is set. */
export const readMeLines = (tables: readonly ReleaseTable[], release: CitedRelease): Line[] => [
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
    text: "single: one independent source. corroborated: two or more, and nothing differs. compatible: they differ, but all can be right. conflicting: the columns named in conflicting_columns hold statements that can not all be right; see the sheet claims, where every statement stands side by side. n_independent_sources counts sources that retell one another as one.",
  },
  heading("How to read an empty cell"),
  {
    text: "Empty means not known: no source says it. It is never zero and never no. That a place or a month has no row means that these documents do not speak of it, not that nothing happened there.",
  },
  heading("The sheets"),
  ...tables.map(({ name, title, description, rows }) => ({
    text: `${name === "columns" ? "Columns" : name === "codelists" ? "Codes" : name}: ${title}. ${description} ${countOf(rows.length, "row")}.`,
  })),
];
