import { terminalLine } from "#pipeline/core/terminal-text.ts";

/**
 * A text that `stage` did not check, such as the name of a file or a sentence of a document, as a cell of a CSV file. It
 * is the same as on a terminal. The apostrophe before a text that would be a formula makes spreadsheets show it as it is.
 */
export const spreadsheetText = (text: string) => terminalLine(text).replace(FORMULA, "'$&");

const FORMULA = /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/u;
