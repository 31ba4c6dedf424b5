import { change, ofKinds, type ValueChange } from "./value-change.ts";

const inNumbers = ofKinds("amount", "integer", "decimal");
const inDates = ofKinds("date", "day");

/** The numbers of a cell, each moved by a power of ten; `null` if there is none. */
const scaled = (factor: number) => (value: string) =>
  /\d/u.test(value)
    ? value.replace(/\d+(\.\d+)?/gu, (number) => String(Number((Number(number) * factor).toPrecision(15))))
    : null;

const inYears =
  (step: number): ValueChange["change"] =>
  (value) =>
    /\d{4}/u.test(value)
      ? value.replace(/\d{4}/gu, (year) => String(Math.max(0, Number(year) + step)).padStart(4, "0"))
      : null;

function swappedParts(value: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value) ?? [];
  return day === undefined ? null : `${year}-${day}-${month}`;
}

/** Changes of numbers and dates. */
export const numberChanges: readonly ValueChange[] = [
  change("number ten times", 4, inNumbers, scaled(10)),
  change("number a tenth", 3, inNumbers, scaled(0.1)),
  change("number negative", 2, inNumbers, (value) =>
    value === "" ? null : value.startsWith("-") ? value.slice(1) : `-${value}`,
  ),
  change("number written otherwise", 2, inNumbers, (value, random) =>
    random.pick([
      `${value}e3`,
      `${value},5`,
      "1 000",
      "1,000",
      "0x10",
      `${value}.0`,
      "9".repeat(40),
      "1e400",
      "٣",
      "NaN",
      "Infinity",
      `>${value}`,
      `${value}..1`,
    ]),
  ),
  change("zero", 2, inNumbers, () => "0"),
  change("date a century early", 3, inDates, inYears(-100)),
  change("date three centuries early", 2, inDates, inYears(-300)),
  change("date a year late", 3, inDates, inYears(1)),
  change("date a year early", 2, inDates, inYears(-1)),
  change("month and day swapped", 2, inDates, swappedParts),
  change("date written otherwise", 3, inDates, (value, random) =>
    random.pick([
      `${value}/2000`,
      "2023/2019",
      `${value}/..`,
      "12/03/2019",
      "2019-13",
      "2019-02-30",
      "2019-24",
      `${value}~`,
      `[${value}..]`,
      "0000",
      "9999",
      "-0044",
      "43831",
      "[2019..2018]",
      "2019-XX-XX",
      "1XXX",
    ]),
  ),
];
