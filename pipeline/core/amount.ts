/** The numbers that a claim allows. An end that the source leaves open is infinite. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** The number itself, where the source gives a single one. */
  readonly point: number | null;
}

export type AmountFault =
  | "not-an-amount"
  /** The end lies below the start. */
  | "backwards"
  /** More digits than a number keeps: it would be published as another one. */
  | "too-long";

/** So many digits of a decimal number come out of an IEEE 754 double as they went in. */
const EXACT_DIGITS = 15;

/** Reads `1300`, `1000..2000`, `>1300`, `>=5`, `<50` and `<=90`; bounds are kept as printed, whether or not they are included. */
export function parseAmount(text: string): Amount | AmountFault {
  const number = String.raw`(\d+(?:\.\d+)?)`;
  const [, sign, single, from, to] =
    new RegExp(`^(?:(>=?|<=?)?${number}|${number}\\.\\.${number})$`, "u").exec(text) ?? [];
  if ([single, from, to].some((printed) => printed !== undefined && !isExact(printed))) return "too-long";
  if (from !== undefined && to !== undefined) {
    const [low, high] = [Number(from), Number(to)];
    return low > high ? "backwards" : { low, high, point: null };
  }
  if (single === undefined) return "not-an-amount";
  const value = Number(single);
  if (sign?.startsWith(">")) return { low: value, high: Number.POSITIVE_INFINITY, point: null };
  if (sign?.startsWith("<")) return { low: Number.NEGATIVE_INFINITY, high: value, point: null };
  return { low: value, high: value, point: value };
}

const isExact = (printed: string) => printed.replace(".", "").replace(/^0+/u, "").length <= EXACT_DIGITS;

/** Like `parseAmount`, for an amount that was already found good. */
export function readAmount(text: string): Amount {
  const amount = parseAmount(text);
  if (typeof amount === "string") throw new Error(`"${text}" reached a step that takes only good amounts (${amount}).`);
  return amount;
}

/** `<50` and `>50` share no number, although both name 50. */
export const isStrict = (text: string) => /^[<>](?!=)/u.test(text);
