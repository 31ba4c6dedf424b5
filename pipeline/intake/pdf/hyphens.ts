import type { Hyphen, PageTurn } from "#pipeline/intake/taken-in.ts";
import {
  AFTER_AL,
  CLOSED_PREFIXES,
  ENDINGS,
  FRENCH_COMPOUNDS,
  FRENCH_TAILS,
  JOINED_ARTICLES,
  NOT_FRENCH_COMPOUNDS,
  OPEN_PREFIXES,
  OPEN_SUFFIXES,
} from "./hyphen-words.ts";

/** How often a document has each word within its lines, in small letters: hyphenated words as wholes and in their parts. */
export type Vocabulary = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*/gu;
const LAST_PART = /([\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*)[-‐\u00AD]$/u;
const FIRST_PART = /^[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*/u;

const plain = (word: string) => word.toLowerCase().replace(/[‐‑]/gu, "-").replaceAll("’", "'");

/** Counts the whole words of lines: what the edge of a line may have cut is left out. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let isAfterHyphen = false;
  for (const line of lines) {
    const found = [...line.matchAll(WORD)];
    found.forEach(({ 0: word }, at) => {
      if (at === 0 && isAfterHyphen) return;
      if (at === found.length - 1 && /[-‐\u00AD]$/u.test(line)) return;
      add(plain(word));
      if (word.includes("-")) for (const part of plain(word).split("-")) add(part);
    });
    isAfterHyphen = /[-‐\u00AD]$/u.test(line);
  }
  return counts;
}

/** Lines as one text. */
export interface JoinedLines {
  readonly text: string;
  /** Where pages begin in it, other than that of its first line. */
  readonly turns: readonly PageTurn[];
  /** What became of each hyphen at the end of a line. */
  readonly hyphens: readonly Hyphen[];
}

const SOFT_HYPHEN = "\u00AD";

/** Joins the lines of a paragraph to one. */
export function joinLines(
  lines: readonly { readonly text: string; readonly page: number }[],
  words: Vocabulary,
): JoinedLines {
  const hyphens: Hyphen[] = [];
  const turns: PageTurn[] = [];
  let text = "";
  let last = lines[0]?.page;
  for (const { text: line, page } of lines) {
    if (line === "") continue;
    const { joined, hyphen } = join(text, line, words);
    if (hyphen !== null) hyphens.push({ ...hyphen, page });
    if (page !== last) turns.push({ page, start: joined.length - line.length });
    text = joined;
    last = page;
  }
  const hardLength = (start: number) => text.slice(0, start).replaceAll(SOFT_HYPHEN, "").length;
  return {
    text: text.replaceAll(SOFT_HYPHEN, ""),
    turns: turns.map(({ page, start }) => ({ page, start: hardLength(start) })),
    hyphens,
  };
}

type Join = { readonly joined: string; readonly hyphen: Omit<Hyphen, "page"> | null };

function join(before: string, line: string, words: Vocabulary): Join {
  if (before === "") return { joined: line, hyphen: null };
  const plainly = { joined: `${before} ${line}`, hyphen: null };
  if (goesOnAddress(before, line)) return joinAddress(before, line, words);
  if (/[^\s]—$|[\p{L}\p{N}][/–]$/u.test(before)) return { joined: before + line, hyphen: null };
  const last = FIRST_PART.exec(line)?.[0];
  const attached = attachHyphen(before, last, words);
  const first = LAST_PART.exec(attached)?.[1];
  if (first === undefined || last === undefined) return plainly;
  // `two- and three-day`: the hyphen stands for what is left out.
  if (/^(?:and|or|to|et|ou)$/u.test(last) && /^\S+ \S+-/u.test(line)) return plainly;
  const { isJoined, isSure } = before.endsWith("\u00AD")
    ? { isJoined: true, isSure: true }
    : decide(first, last, words);
  const stem = attached.replace(/[-‐\u00AD]$/u, "");
  return {
    joined: isJoined ? stem + line : `${stem}-${line}`,
    hyphen: {
      word: isJoined ? first + last : `${first}-${last}`,
      outcome: outcomeOf(isJoined, isSure && (attached === before || isKnown(plain(first + last), words))),
    },
  };
}

const outcomeOf = (isJoined: boolean, isSure: boolean): Hyphen["outcome"] => {
  const outcome = isJoined ? "mended" : "kept";
  return isSure ? outcome : `${outcome}-unsure`;
};

/** Some programs set the hyphen apart from its word, like a dash: it is a hyphen if one of the parts is not a word. */
function attachHyphen(before: string, last: string | undefined, words: Vocabulary): string {
  const [, head] = /([\p{L}\p{M}]+) [-‐]$/u.exec(before) ?? [];
  if (head === undefined || last === undefined || !/^\p{Ll}/u.test(last)) return before;
  const isDash = words.has(plain(head)) && isKnown(plain(last), words) && !isKnown(plain(head + last), words);
  return isDash ? before : before.replace(/ ([-‐])$/u, "$1");
}

/** Whether a line goes on with a web address that the line before began. */
function goesOnAddress(before: string, line: string): boolean {
  const [begun = ""] = /(?:https?:\/\/|www\.)\S*$/u.exec(before) ?? [];
  if (begun === "" || /[)\]>,;]$/u.test(begun)) return false;
  const [next = ""] = /^\S+/u.exec(line) ?? [];
  if (/[/=_&?%#-]$/u.test(begun)) return /^[\p{L}\p{N}%_?=&#~(-]/u.test(next);
  if (/\.$/u.test(begun)) return /^[\p{Ll}\p{N}][^\s]*[/.?=-]/u.test(next);
  return /^[\p{Ll}\p{N}%_?=&#~/.-]\S*[/=_%]|^[/?&=%_#.-]\S|^\S+\.(?:html?|pdf|php|aspx?)\b|^\S*-\S*-\S*/u.test(next);
}

/** A hyphen in an address is its own, unless the document has the word without it. */
function joinAddress(before: string, line: string, words: Vocabulary): Join {
  const head = /([\p{L}\p{N}]+)-$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{N}]+/u.exec(line)?.[0];
  if (head === undefined || tail === undefined) return { joined: before + line, hyphen: null };
  if (isKnown(plain(head + tail), words))
    return { joined: before.slice(0, -1) + line, hyphen: { word: head + tail, outcome: "mended" } };
  return { joined: before + line, hyphen: { word: `${head}-${tail}`, outcome: "kept-unsure" } };
}

function decide(
  first: string,
  last: string,
  words: Vocabulary,
): { readonly isJoined: boolean; readonly isSure: boolean } {
  const [head, tail] = [plain(first), plain(last)];
  const closed = words.get(head + tail) ?? 0;
  const open = words.get(`${head}-${tail}`) ?? 0;
  if (closed !== open) return { isJoined: closed > open, isSure: true };
  const kept = (isSure: boolean) => ({ isJoined: false, isSure });
  const mended = (isSure: boolean) => ({ isJoined: true, isSure });
  if (/^\p{Lu}/u.test(last) && !/^\p{Lu}+$/u.test(first)) return kept(true);
  if (/\p{N}$/u.test(first) || /^\p{N}/u.test(last)) return kept(true);
  const headPart = head.split("-").at(-1) ?? head;
  const tailPart = tail.split("-")[0] ?? tail;
  const partClosed = words.get(headPart + tailPart) ?? 0;
  const partOpen = words.get(`${headPart}-${tailPart}`) ?? 0;
  if (partClosed !== partOpen) return { isJoined: partClosed > partOpen, isSure: true };
  if (isKnown(headPart + tailPart, words)) return mended(true);
  if (isFrenchCompound(headPart, tailPart)) return kept(true);
  if (/^\p{Lu}{2,}$/u.test(first)) return words.has(headPart) ? kept(false) : mended(false);
  if (ENDINGS.has(tailPart)) return mended(true);
  if (JOINED_ARTICLES.has(headPart) && words.has(tailPart)) return AFTER_AL.has(tailPart) ? mended(false) : kept(false);
  if (CLOSED_PREFIXES.has(headPart)) return mended(false);
  const [hasHead, hasTail] = [words.has(headPart), isKnown(tailPart, words)];
  if (OPEN_PREFIXES.has(headPart) && hasTail) return kept(false);
  if (OPEN_SUFFIXES.has(tailPart) && hasHead && headPart.length > 2) return kept(false);
  if (hasHead && hasTail && headPart.length > 3 && tailPart.length > 3) return kept(false);
  return mended(!hasHead || !hasTail);
}

function isFrenchCompound(head: string, tail: string): boolean {
  const whole = `${head.replace(/^.*'/u, "")}-${tail}`;
  return FRENCH_COMPOUNDS.has(whole) || (FRENCH_TAILS.has(tail) && !NOT_FRENCH_COMPOUNDS.has(whole));
}

/** Whether the document has a word, or the same one with another ending. */
function isKnown(word: string, words: Vocabulary): boolean {
  if (words.has(word)) return true;
  if (word.length < 6) return words.has(`${word}s`);
  const stem = word.replace(/(?:'s|ies|es|s|ed|d|ing|ly|er|ers)$/u, "");
  const forms = [
    stem,
    `${stem}e`,
    `${stem}y`,
    `${stem}s`,
    `${stem}es`,
    `${stem}ed`,
    `${stem}ing`,
    `${word}s`,
    `${word}ly`,
  ];
  return stem.length > 3 && forms.some((form) => words.has(form));
}
