/** `1 row`, `3 rows`. */
export const countOf = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
