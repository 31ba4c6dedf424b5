/** Width of a terminal. */
const TERMINAL_COLUMNS = 80;

/**
 * Breaks a text at spaces so that it fits a terminal. The first line starts with `first`, the others with `rest` or as
 * many spaces as `first` is long. A word that is longer than a line is not broken.
 */
export function wrapText(text: string, first = "", rest = " ".repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    if (!isEmpty && line.length + 1 + word.length > TERMINAL_COLUMNS) {
      lines.push(line);
      line = rest + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line].join("\n").trimEnd();
}
