/**
 * Control characters except tab and line feed, line separators, and characters that do not show: marks of writing
 * direction, tags and other format characters, but not the joiners of Arabic and emoji, nor the soft hyphen.
 */
const HIDDEN = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00ad\u200c\u200d])\p{Cf}/gu;
/** Commands in the log of a workflow: `::error::` at the start of a line; the older `##[error]`, and those of Azure and TeamCity, anywhere. */
const COMMAND = /:(?=:)(?<=^[^\S\n]*:)|#(?=#(?:\[|vso\[|teamcity\[))/gmu;

/**
 * The text with everything visible that would act on a terminal or in the log of a workflow: an escape sequence, a
 * carriage return, a command. Such a character is written as `\u{1b}`. Lines stay lines.
 */
export const terminalText = (text: string): string => text.replace(HIDDEN, visible).replace(COMMAND, visible);

/** The same on one line: a line break in a value, such as a file name, must not look like the start of another message. */
export const terminalLine = (text: string): string => terminalText(text.replaceAll("\n", visible));

const visible = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
