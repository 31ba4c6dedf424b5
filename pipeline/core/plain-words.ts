import { withoutAccents } from "./without-accents.ts";

/** Signs inside a name that many people leave out: `Jama'at` is also written `Jamaat`. */
const APOSTROPHES = /['’‘ʿʾʼ`´]/gu;

/** A text as people look for it: without accents, capitals and apostrophes, its words separated by one space. */
export const plainWords = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replaceAll(APOSTROPHES, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
