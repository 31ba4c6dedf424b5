/** `9,854`: the digits in groups of three. */
export const grouped = (number: number) => String(number).replaceAll(/\B(?=(\d{3})+$)/gu, ",");
