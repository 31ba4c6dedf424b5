/** `1 row`, `3 rows`. */
export const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
