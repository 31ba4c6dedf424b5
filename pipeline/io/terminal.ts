import { jsonText } from "#pipeline/core/json-text.ts";
import { terminalLine, terminalText } from "#pipeline/core/terminal-text.ts";

/** Prints results to stdout, in one or more lines. */
export function print(text: string): void {
  console.log(terminalText(text));
}

/** Prints results to stdout as JSON, for a program. */
export function printJson(value: unknown): void {
  console.log(jsonText(value, 2));
}

/** Prints a JSON array, item by item: all items in one text could be longer than a text may be. */
export function printJsonList(items: readonly object[]): void {
  if (items.length === 0) console.log("[]");
  for (const [position, item] of items.entries()) {
    const lines = jsonText(item, 2).replaceAll("\n", "\n  ");
    console.log(`${position === 0 ? "[\n" : ""}  ${lines}${position === items.length - 1 ? "\n]" : ","}`);
  }
}

/** Prints a message to stderr, on one line. */
export function report(line: string): void {
  console.error(terminalLine(line));
}
