import { thousands } from "./format-input-fault.ts";

/** `1 row`, `3 rows`. */
export const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** `1 event`, `1,300 events`: for numbers that may be large. */
export const counted = (number: number, noun: string) => `${thousands(number)} ${noun}${number === 1 ? "" : "s"}`;
