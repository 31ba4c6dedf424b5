/** The words of the tables. */
export const tableWords = {
  indexTitle: "Tables",
  indexLead: "The tables of this release: what a row of each is, and where to sort, filter and download it.",
  indexCaption: "The tables of this release",
  indexHeads: { table: "Table", row: "A row is", rows: "Rows", columns: "Columns", file: "File" },
  lead: (description: string, rows: string) => `${description} ${rows} rows.`,
  caption: (title: string, part: string) => (part === "" ? title : `${title}, ${part}`),
  part: (from: string, to: string, all: string) => `rows ${from} to ${to} of ${all}`,
  parts:
    "This table is too long for one page. Sorting and filtering work on the rows of this page; the file has all rows.",
  partsTitle: "Pages of this table",
  note: "Cells are as in the CSV file: codes lead to their meaning, ids to their page, and heads to what a column means. An empty cell is not known.",
  empty: "This table has no rows in this release.",
  filter: "Filter",
  filterHint: "All words must occur in the row. Accents and capitals do not matter.",
  any: "any",
  columns: "Columns",
  allColumns: "All columns",
  usualColumns: "Usual columns",
  reset: "Clear the filter",
  download: "Download what is shown",
  /** `{shown}`, `{all}` and `{column}` are replaced in the browser. */
  count: "{shown} of {all} rows",
  sortBy: "Sort by {column}",
  limits: [
    "A row shows what documents mention. Do not count rows to find a rate, a trend or a ranking.",
    "A file that you download here has the rows and columns that were shown, and no types. Its name says the version and the filter.",
  ],
};
