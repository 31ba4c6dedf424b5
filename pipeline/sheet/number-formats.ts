import { readXml } from "./read-xml.ts";

/** Built-in formats of plain numbers: general, `0`, `0.00`, and text (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** Every other built-in format is a fraction, an amount of money, a day or a time, in the language of the program. */
const OF_DATES = "yyyy-mm-dd";
const isDateId = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || id >= 50;

/** The format code of each style that a cell can refer to. */
export function readNumberFormats(bytes: Uint8Array | undefined): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isOfCells = false;
  readXml(bytes, {
    open: ({ name, attributes: { numFmtId = "0", formatCode = "" } }) => {
      if (name === "numFmt") own.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isOfCells = true;
      if (name === "xf" && isOfCells) formats.push(codeOf(Number(numFmtId), own));
    },
    close: (name) => {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return formats;
}

const codeOf = (id: number, own: ReadonlyMap<number, string>) =>
  own.get(id) ?? BUILT_IN.get(id) ?? (isDateId(id) ? OF_DATES : "other");

export type NumberLook = "plain" | "date" | "other";

/** How a number looks in a format: a plain decimal, a date or time, or something else, such as a percentage. */
export function numberLook(format: string): NumberLook {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, "");
  if (/^(?:general|standard|@|0(?:\.0+)?)$/iu.test(bare)) return "plain";
  return /[ymdhs]/iu.test(bare) ? "date" : "other";
}
