import type { Amount } from "#schemas/cell-values.ts";

export type AmountFault =
  | "not-an-amount"
  /** The end is lower than the start. */
  | "backwards"
  /** More digits than a double can hold: it would be published as another number. */
  | "too-long";

/** An IEEE 754 double preserves this many digits of any decimal number. */
const EXACT_DIGITS = 15;

/** Reads `1300`, `1000..2000`, `>1300`, `>=5`, `<50` and `<=90`; bounds are kept as printed, whether or not they are included. */
export function parseAmount(text: string): Amount | AmountFault {
  const number = String.raw`(\d+(?:\.\d+)?)`;
  const [, sign, single, from, to] =
    new RegExp(`^(?:(>=?|<=?)?${number}|${number}\\.\\.${number})$`, "u").exec(text) ?? [];
  if ([single, from, to].some((printed) => printed !== undefined && !isExact(printed))) return "too-long";
  if (from !== undefined && to !== undefined) {
    const [low, high] = [Number(from), Number(to)];
    return low > high ? "backwards" : { text, low, high, point: null };
  }
  if (single === undefined) return "not-an-amount";
  const value = Number(single);
  if (sign?.startsWith(">")) return { text, low: value, high: Number.POSITIVE_INFINITY, point: null };
  if (sign?.startsWith("<")) return { text, low: Number.NEGATIVE_INFINITY, high: value, point: null };
  return { text, low: value, high: value, point: value };
}

/**
 * The amount that is meant if its numbers have separators between their thousands, such as `1300` for `1,300`, `1 300`
 * and `1.300`; `null` if they have none.
 */
export function withoutThousands(text: string): string | null {
  const meant = text.replace(/(?<!\d[.,]?)[1-9]\d{0,2}(?:([.,' ’])\d{3})(?:\1\d{3})*(?!\d|[.,]\d)/gu, (number) =>
    number.replaceAll(/\D/gu, ""),
  );
  return meant === text || typeof parseAmount(meant) === "string" ? null : meant;
}

const isExact = (printed: string) => printed.replace(".", "").replace(/^0+/u, "").length <= EXACT_DIGITS;

/** `<50` and `>50` share no number, although both name 50. */
export const isStrict = ({ text }: Amount) => /^[<>](?!=)/u.test(text);
