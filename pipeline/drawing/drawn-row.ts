/** A row as drawings take it: cells are texts, and an unknown value is an empty text, as in the files of a release. */
export type DrawnRow = Readonly<Record<string, string>>;
