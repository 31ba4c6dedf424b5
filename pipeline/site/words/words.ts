import type { english } from "./english/english.ts";

/** The words of the pages in one language. Another edition is another value of this type. */
export type Words = typeof english;
