/**
 * Characters that XML does not allow or would change. SpreadsheetML reads `_x0041_` as `A`, so the underscore of such a
 * sequence must be escaped in a text (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
const SPECIAL = /[&<>"\ufffe\uffff]|(?![\t\n\u{7f}-\u{9f}])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/u;
const EVERY_SPECIAL = new RegExp(SPECIAL, "gu");
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

const LOOKALIKE = /_x[0-9A-Fa-f]{4}_/u;

/** Whether the text contains what SpreadsheetML would read as an escape. */
export const hasEscapeLookalike = (text: string): boolean => LOOKALIKE.test(text);

/** The text, escaped for an element or an attribute. Half a surrogate pair becomes U+FFFD when it is encoded. */
export const xmlText = (text: string): string => (SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, escaped) : text);

const escaped = (special: string) =>
  ENTITIES.get(special) ?? `_x${special.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const NEEDS_ITS_SPACES = /^\s|\s$|\n/u;

/** `<t>`, the element for the text of a cell. */
export const textElement = (text: string): string =>
  `<t${NEEDS_ITS_SPACES.test(text) ? ' xml:space="preserve"' : ""}>${xmlText(text)}</t>`;

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
