/**
 * Signs with which a text could act inside a line of Markdown (CommonMark 0.31, and GitHub's tables, strikethrough,
 * mathematics and bare links). A `_` inside a word does nothing. GitHub links a mail address whatever stands before it.
 */
const ACTING = /[\\`*[\]<~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?[\p{L}\p{N}]+;)|(?<=:)\/(?=\/)|(?<=\bwww)\./giu;

/**
 * A text from the data, to be read in Markdown as it is: on one line, with a backslash before each sign that would act.
 * Put it behind other words: at the start of a line, `#` or `1.` would act too.
 */
export const plain = (text: string): string => oneLine(text).replace(ACTING, "\\$&");

/**
 * A value as in the CSV, formatted as code on one line; an empty one gives an empty text. Code has no escapes. So a
 * backtick, which would end it, and a bar after a backslash, which programs read in different ways in a table, are
 * replaced by signs that look alike.
 */
export const code = (text: string): string =>
  text === ""
    ? ""
    : `\`${oneLine(text)
        .replaceAll("`", "'")
        .replace(/(?<=\\)\|/gu, "¦")}\``;

const oneLine = (text: string) => text.replace(/\s+/gu, " ");

/** A cell of a Markdown table: on one line, with bars escaped. */
const cell = (text: string | number) => oneLine(String(text)).replaceAll("|", "\\|");

/** A Markdown table; a column whose heading ends in `:` is aligned to the right. Cells are Markdown: data need `plain` or `code`. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `| ${header.map((heading) => (heading.endsWith(":") ? "---:" : "---")).join(" | ")} |`;
  return [line(header.map((heading) => heading.replace(/:$/u, ""))), rule, ...rows.map(line)].join("\n");
}

/** At most `length` characters, cut at a word. */
export const shorten = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, "")} …`;
