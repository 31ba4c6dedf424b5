import { isRecord } from "./is-record.ts";

/**
 * In strings of JSON, characters with which it would act where it is put without escaping: `</`, `<!`, `<?` and `<script`
 * in the script element of a page, `]]>` in XML, control and line-separator characters and marks of writing direction on
 * a terminal or in a program that counts lines, and characters that YAML and XML do not allow.
 */
const ACTING =
  /<(?=[/!?]|script)|(?<=\]\])>|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/giu;

/** JSON → the same value as JSON that can be put into a page, a terminal or YAML. Other texts keep their bytes. */
export const harmlessJson = (json: string): string => json.replace(ACTING, escaped);

/** `indent` is the number of spaces of each level; without it, the JSON is on one line. */
export const jsonText = (value: unknown, indent?: number): string => harmlessJson(JSON.stringify(value, null, indent));

/**
 * JSON in lines that show in a comparison what changed: each item of the outer `levels` levels begins a line. What lies
 * deeper is on one line, and so is a list or an object of plain values in another one.
 */
export const jsonLines = (value: unknown, levels: number): string =>
  harmlessJson(linesOf(JSON.parse(JSON.stringify(value)), levels, ""));

function linesOf(value: unknown, levels: number, indent: string): string {
  if (levels === 0 || !isRecord(value)) return JSON.stringify(value);
  const inner = `${indent} `;
  const isList = Array.isArray(value);
  const items = Object.entries(value).map(([key, item]) => {
    const isFlat = !isRecord(item) || !Object.values(item).some(isRecord);
    const text = linesOf(item, isFlat ? 0 : levels - 1, inner);
    return `${inner}${isList ? "" : `${JSON.stringify(key)}: `}${text}`;
  });
  const [first, last] = isList ? "[]" : "{}";
  return items.length === 0 ? `${first}${last}` : `${first}\n${items.join(",\n")}\n${indent}${last}`;
}

const escaped = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
