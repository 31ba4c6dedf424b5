/** The canonical file of a table, in the folder of a release. */
export const csvPath = (table: string) => `data/${table}.csv`;
