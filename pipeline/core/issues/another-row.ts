/** `line 7`, or words for a row whose line is not known. */
export const anotherRow = (line: number | null) => (line === null ? "another row" : `line ${line}`);
