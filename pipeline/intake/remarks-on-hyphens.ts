import type { Hyphen, Remark } from "./taken-in.ts";

/** The remarks on hyphens that may belong to their word or not. */
export const remarksOnHyphens = (hyphens: readonly Hyphen[]): Remark[] =>
  hyphens
    .filter(({ outcome }) => outcome.endsWith("-unsure"))
    .map(({ word, page, outcome }) => ({ code: `hyphen-${outcome}`, page, detail: word }));
