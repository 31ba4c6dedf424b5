import { placedWords } from "./words.ts";

/** A number in a sentence, as `amount` and `unit` would have it. */
export interface Quantity {
  readonly amount: string;
  /** A code of the codelist `unit`, or `null` if the words after the number are in none. */
  readonly unit: string | null;
  /** The number and the word of its unit, as printed. */
  readonly words: string;
}

/** The words that name a unit, by its code. They are stems, in English and French. */
const UNITS: readonly (readonly [unit: string, words: RegExp])[] = [
  ["fighters", /^(?:fighter|militant|combatant|combattant|jihadist|djihadiste|insurgent)s?$/u],
  ["troops", /^(?:troop|soldier|peacekeeper|soldat|militaire)s?$/u],
  ["deaths", /^(?:dead|death|deaths|fatalit(?:y|ies)|killed|morts?|deces|tues?)$/u],
  ["percent", /^(?:percent|per|pour)$/u],
  ["eur", /^(?:euros?|eur)$/u],
  ["usd", /^(?:dollars?|usd)$/u],
  ["tonnes", /^(?:tonnes?|tons?)$/u],
  ["attacks", /^(?:attacks?|attaques?)$/u],
  ["clashes", /^(?:clash|clashes|affrontements?)$/u],
  ["countries", /^(?:country|countries|pays)$/u],
  ["regions", /^(?:regions?)$/u],
  ["persons", /^(?:people|persons?|civilians?|victims?|personnes?|civils?|victimes?)$/u],
];

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  deux: "2",
  trois: "3",
  quatre: "4",
  cinq: "5",
  sept: "7",
  huit: "8",
  neuf: "9",
  dix: "10",
  onze: "11",
  douze: "12",
};

const THOUSANDS = String.raw`\d{1,3}(?:[,\u00A0\u202F ]\d{3})+(?!\d)`;
/** The decimals after a point or, as in French, after a comma. */
const DIGITS = String.raw`${THOUSANDS}|\d+(?:\.\d+|,\d{1,2}(?!\d))?`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?<sign>more than|over|at least|less than|fewer than|up to|plus de|au moins|moins de)?\s*(?<money>[€$])?(?<from>${DIGITS}|${Object.keys(NUMBER_WORDS).join("|")})(?:\s*(?:-|–|to|and|à|et)\s*(?<to>${DIGITS}))?(?<percent>\s?%)?(?<scale>\s(?:thousand|million|billion|milliards?|millions?|mille))?(?![\p{L}\p{N}/])`,
  "giu",
);

const SCALES: readonly (readonly [words: RegExp, factor: number])[] = [
  [/thousand|mille/iu, 1e3],
  [/million/iu, 1e6],
  [/billion|milliard/iu, 1e9],
];

const SIGNS: readonly (readonly [words: RegExp, sign: string])[] = [
  [/more than|over|plus de/iu, ">"],
  [/at least|au moins/iu, ">="],
  [/less than|fewer than|moins de/iu, "<"],
  [/up to/iu, "<="],
];

/** How many words after a number can name its unit: "30 armed fighters". */
const REACH = 3;

/** The numbers of a sentence that are not in one of the spans given, such as its dates. "Dozens" is no number at all. */
export function quantitiesIn(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): Quantity[] {
  const quantities: Quantity[] = [];
  for (const { 0: printed, index: start, groups = {} } of text.matchAll(NUMBER)) {
    const end = start + printed.length;
    if (spans.some((span) => span.start < end && start < span.end)) continue;
    const quantity = quantityOf(printed, groups, text.slice(end));
    if (quantity !== null) quantities.push(quantity);
  }
  return quantities;
}

function quantityOf(
  printed: string,
  groups: Readonly<Record<string, string | undefined>>,
  rest: string,
): Quantity | null {
  const { sign, money, from = "", to, percent, scale } = groups;
  const named = unitAfter(rest);
  const unit =
    percent !== undefined ? "percent" : money === "€" ? "eur" : money === "$" ? "usd" : (named?.unit ?? null);
  // "Two of them" and "the 3rd" are seldom a number to code, and a bare year or note mark never is.
  if (unit === null && scale === undefined && Number(plainNumber(from)) < 100) return null;
  if (unit === null && /^(?:1[89]|20)\d\d$/u.test(from)) return null;
  const factor = SCALES.find(([words]) => words.test(scale ?? ""))?.[1] ?? 1;
  const [low, high] = [from, to].map((part) => (part === undefined ? null : scaled(plainNumber(part), factor)));
  const bound = SIGNS.find(([words]) => words.test(sign ?? ""))?.[1] ?? "";
  const amount = high == null ? `${bound}${low}` : Number(low) < Number(high) ? `${low}..${high}` : String(low);
  const words = named === null || percent !== undefined ? printed : `${printed}${named.words}`;
  return { amount, unit, words: words.trim() };
}

const plainNumber = (printed: string) =>
  NUMBER_WORDS[printed.toLowerCase()] ?? printed.replace(/,(?=\d{1,2}$)/u, ".").replaceAll(/[,\u00A0\u202F ]/gu, "");

const scaled = (number: string, factor: number) =>
  factor === 1 ? number : String(Math.round(Number(number) * factor));

/** The unit that one of the next words names, unless a mark stands before it. */
function unitAfter(rest: string): { unit: string; words: string } | null {
  const clause = /^[^.,;:()"]*/u.exec(rest)?.[0] ?? "";
  const words = placedWords(clause);
  for (const { plain, end } of words.slice(0, REACH)) {
    const unit = UNITS.find(([, names]) => names.test(plain))?.[0];
    if (unit !== undefined) return { unit, words: clause.slice(0, end) };
  }
  return null;
}
