import type { dateWords } from "./english-dates.ts";

/** How dates are said in one language. */
export type DateWords = typeof dateWords;

/** An EDTF date in words: `2018-41` is "the second half of 2018". A form that is not known stays as it is. */
export function dateInWords(edtf: string, words: DateWords): string {
  if (edtf === "") return "";
  if (edtf.startsWith("[") && edtf.endsWith("]")) {
    const [from = "", to = ""] = edtf.slice(1, -1).split("..");
    if (from === "") return words.onceBefore(pointInWords(to, words), isDay(to));
    if (to === "") return words.onceAfter(pointInWords(from, words), isDay(from));
    return words.onceBetween(pointInWords(from, words), pointInWords(to, words));
  }
  if (edtf.includes("/")) {
    const [from = "", to = ""] = edtf.split("/").map((end) => (end === ".." ? "" : end));
    if (from === "") return words.lastedUntil(pointInWords(to, words));
    if (to === "") return words.lastedSince(pointInWords(from, words));
    return words.lasted(pointInWords(from, words), pointInWords(to, words));
  }
  return pointInWords(edtf, words);
}

/** When a source was written, in words: a time between two days is no event that happened once. */
export function timeSpanInWords(edtf: string, words: DateWords): string {
  if (!edtf.startsWith("[") || !edtf.endsWith("]")) return dateInWords(edtf, words);
  const [from = "", to = ""] = edtf.slice(1, -1).split("..");
  if (from === "") return words.orEarlier(pointInWords(to, words));
  if (to === "") return words.orLater(pointInWords(from, words));
  return words.between(pointInWords(from, words), pointInWords(to, words));
}

const isDay = (point: string) => /^\d{4}-\d{2}-\d{2}/u.test(point);

const POINT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/u;

function pointInWords(point: string, words: DateWords): string {
  const [, year, part, day, qualifier] = POINT.exec(point) ?? [];
  if (year === undefined) return point;
  const said = unqualified(year, part, day, words);
  return qualifier === undefined ? said : `${words.qualified[qualifier] ?? ""}${said}`;
}

function unqualified(year: string, part: string | undefined, day: string | undefined, words: DateWords): string {
  if (year.endsWith("XX")) return words.century(year.replaceAll("X", "0"));
  if (year.endsWith("X")) return words.decade(year.replaceAll("X", "0"));
  if (part === undefined || part === "XX") return year;
  if (Number(part) > 12) return words.part(year, part);
  return day === undefined || day === "XX"
    ? words.month(year, Number(part))
    : words.day(year, Number(part), Number(day));
}
