/** A path in which DuckDB takes no character for a wildcard. */
export const globText = (path: string) => path.replaceAll(/[*?[]/gu, "[$&]");
