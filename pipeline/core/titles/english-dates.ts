const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** How dates are said. Years are texts such as `2018`, `18XX`. */
export const dateWords = {
  day: (year: string, month: number, day: number) => `${day} ${MONTHS[month - 1] ?? month} ${year}`,
  month: (year: string, month: number) => `${MONTHS[month - 1] ?? month} ${year}`,
  decade: (year: string) => `the ${year}s`,
  century: (year: string) => `the ${year}s`,
  /** By the EDTF codes 33 to 41 for parts of a year. */
  part: (year: string, part: string): string => {
    const parts: Readonly<Record<string, string>> = {
      "33": `the first quarter of ${year}`,
      "34": `the second quarter of ${year}`,
      "35": `the third quarter of ${year}`,
      "36": `the last quarter of ${year}`,
      "37": `early ${year}`,
      "38": `mid-${year}`,
      "39": `late ${year}`,
      "40": `the first half of ${year}`,
      "41": `the second half of ${year}`,
    };
    return parts[part] ?? `${year}-${part}`;
  },
  qualified: { "~": "about ", "?": "perhaps ", "%": "perhaps about " } as Readonly<Record<string, string>>,
  lasted: (from: string, to: string) => `from ${from} to ${to}`,
  lastedSince: (from: string) => `since ${from}`,
  lastedUntil: (to: string) => `until ${to}`,
  onceBetween: (from: string, to: string) => `once, between ${from} and ${to}`,
  onceAfter: (from: string, isDay: boolean) => `once, ${isDay ? "on" : "in"} ${from} or later`,
  onceBefore: (to: string, isDay: boolean) => `once, ${isDay ? "on" : "in"} ${to} or earlier`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  orLater: (from: string) => `${from} or later`,
  orEarlier: (to: string) => `${to} or earlier`,
  undated: "no date",
  /** For something whose time is not told: when the source was written that speaks of it in the present. */
  sourceDated: (when: string) => `no date, source dated ${when}`,
};
