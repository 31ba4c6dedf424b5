/** A cell of a Markdown table: on one line, with bars escaped. */
const cell = (text: string | number) =>
  String(text)
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/gu, " ");

/** A Markdown table; a column whose heading ends in `:` is aligned to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `| ${header.map((heading) => (heading.endsWith(":") ? "---:" : "---")).join(" | ")} |`;
  return [line(header.map((heading) => heading.replace(/:$/u, ""))), rule, ...rows.map(line)].join("\n");
}

/** A value as in the CSV, formatted as code; an empty one gives an empty text. */
export const code = (text: string) => (text === "" ? "" : `\`${text.replaceAll("`", "'")}\``);

/** At most `length` characters, cut at a word. */
export const shorten = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, "")} …`;
