import { codelists } from "#schemas/codelists.ts";
import type { Column } from "#schemas/column.ts";
import type { Random } from "#tests/fuzz/random.ts";

/** Another value for a cell of a column; `null` if the change does not fit it. */
export interface ValueChange {
  readonly name: string;
  readonly weight: number;
  readonly fits: (column: Column) => boolean;
  readonly change: (value: string, random: Random, column: Column) => string | null;
}

const ofKinds =
  (...kinds: readonly Column["kind"][]) =>
  ({ kind }: Column) =>
    kinds.includes(kind);
const anywhere = () => true;
const inNumbers = ofKinds("amount", "integer", "decimal");
const inDates = ofKinds("date", "day");
const inWords = ofKinds("label", "text", "list");

const change = (
  name: string,
  weight: number,
  fits: ValueChange["fits"],
  apply: ValueChange["change"],
): ValueChange => ({ name, weight, fits, change: apply });

/** One of the values that a change of this name writes. */
const one =
  (...values: readonly string[]): ValueChange["change"] =>
  (_, random) =>
    random.pick(values);

/** Latin letters, and letters of other scripts that look the same. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "ο",
  p: "р",
  s: "ѕ",
  x: "х",
  A: "Α",
  B: "В",
  H: "Н",
  K: "Κ",
  M: "М",
  T: "Т",
};

/** The text with something at a place inside it. */
function inserted(value: string, part: string, random: Random): string {
  const at = random.below(value.length + 1);
  return value.slice(0, at) + part + value.slice(at);
}

/** The first number of a cell, multiplied; the digits stay exact. */
const timesTen = (value: string) => (/\d/u.test(value) ? value.replace(/\d+(\.\d+)?/gu, shiftedPoint) : null);
const shiftedPoint = (number: string) => String(Number((Number(number) * 10).toPrecision(15)));
const tenth = (value: string) =>
  /\d/u.test(value)
    ? value.replace(/\d+(\.\d+)?/gu, (number) => String(Number((Number(number) / 10).toPrecision(15))))
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

const codesOf = ({ codelist }: Column) => codelists.find(({ name }) => name === codelist)?.codes ?? [];

const NAMES_OF_OBJECTS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

export const valueChanges: readonly ValueChange[] = [
  change("cell emptied", 4, anywhere, () => ""),
  change("placeholder", 1, anywhere, one("NA", "n/a", "-", "?", "unknown", "null", "NULL", "NaN", "#REF!", "TBD", "…")),
  change(
    "spaces around",
    1,
    anywhere,
    (value, random) => random.pick([" ", "\u00A0", "\t", "\u3000"]) + value + random.pick([" ", "  "]),
  ),
  change("very long", 1, anywhere, (value, random) =>
    (value || "a ").repeat(1 + random.below(random.chance(0.05) ? 50_000 : 500)),
  ),
  change(
    "formula",
    1,
    anywhere,
    (value, random) => random.pick(["=1+1", "+", "@", "-", "=HYPERLINK(0)", "\t="]) + value,
  ),
  change("control character", 2, anywhere, (value, random) =>
    inserted(value, random.pick(["\u0000", "\u0007", "\u001B[2J", "\u0085", "\u2028", "\u000B"]), random),
  ),
  change("direction or tag character", 2, anywhere, (value, random) =>
    inserted(
      value,
      random.pick(["\u202E", "\u2066", "\u061C", "\u{E0041}", "\u200D", "\uFE0F", "\u034F", "\u3164", "\u{1D173}"]),
      random,
    ),
  ),
  change("line break", 1, anywhere, (value, random) =>
    inserted(value, random.pick(["\n", "\r\n", "\r", "\n\n"]), random),
  ),
  change("name of every object", 2, anywhere, one(...NAMES_OF_OBJECTS)),
  change("markup", 1, inWords, (value, random) =>
    inserted(
      value,
      random.pick(["</script>", "<img src=x>", "# ", "|", "\\", "${x}", "`", "\\n", "_x0041_", "]]>", "%s"]),
      random,
    ),
  ),
  change("look-alike letter", 3, inWords, (value, random) => {
    const letters = [...value].filter((letter) => letter in LOOK_ALIKE);
    if (letters.length === 0) return null;
    const letter = random.pick(letters);
    return value.replace(letter, LOOK_ALIKE[letter] ?? letter);
  }),
  change("another script", 2, inWords, one("Группа Х", "جماعة", "団体", "Ομάδα", "ⵜⴰⵎⴰⵛⴻⵇ", "ߒߞߏ", "Ꭺ")),
  change("unusual letter", 1, inWords, (value, random) =>
    inserted(value, random.pick(["ＡＢ", "𝐀", "é", "e\u0301", "😀", "ﬁ", "\u0301\u0301\u0301"]), random),
  ),
  change("decomposed letters", 1, anywhere, (value) => value.normalize("NFD")),
  change("letters swapped", 3, anywhere, (value, random) => {
    if (value.length < 2) return null;
    const at = random.below(value.length - 1);
    return value.slice(0, at) + value.slice(at + 1, at + 2) + value.slice(at, at + 1) + value.slice(at + 2);
  }),
  change("character deleted", 3, anywhere, (value, random) => {
    const at = random.below(Math.max(1, value.length));
    return value.slice(0, at) + value.slice(at + 1);
  }),
  change("capital letters", 1, anywhere, (value) => value.toUpperCase()),
  change("number ten times", 4, inNumbers, timesTen),
  change("number a tenth", 3, inNumbers, tenth),
  change("number negative", 2, inNumbers, (value) =>
    value === "" ? null : value.startsWith("-") ? value.slice(1) : `-${value}`,
  ),
  change("number written otherwise", 2, inNumbers, (value, random) =>
    random.pick([
      `${value}e3`,
      `${value},5`,
      `1 000`,
      `1,000`,
      `0x10`,
      `${value}.0`,
      "9".repeat(40),
      `1e400`,
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
      `2023/2019`,
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
  change("another code", 5, ofKinds("code", "codes"), (_, random, column) => {
    const codes = codesOf(column);
    return codes.length === 0 ? null : random.pick(codes).code;
  }),
  change("unknown code", 1, ofKinds("code", "codes"), one("toString", "other", "UNKNOWN", "embargo;road")),
  change("another sentence", 4, ofKinds("evidence"), (_, random) => `p${1 + random.below(4)}s${1 + random.below(4)}`),
  change("locator written otherwise", 2, ofKinds("evidence"), (value, random) =>
    random.pick([
      `${value}-${value}`,
      `${value}; ${value}`,
      "p3s1-p1s1",
      "p0s1",
      "p1s99999999999999999999",
      `${value};p1s1`,
      "P1S1",
      `p1s1-p99s99`,
    ]),
  ),
  change("truth otherwise", 2, ofKinds("boolean"), one("TRUE", "FALSE", "true", "1", "yes", "WAHR")),
];
