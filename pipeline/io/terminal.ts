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

/** Prints a message to stderr, on one line. */
export function report(line: string): void {
  console.error(terminalLine(line));
}
