import {
  AFTER_A_TIME,
  BEFORE_A_NUMBER,
  CAPTION,
  isListed,
  LABELLED,
  NAME_PARTICLE,
  NEVER_LAST,
  opensSentences,
  SELDOM_LAST,
  SPEECH,
  TIME_OF_DAY,
} from "#pipeline/core/sentence-words.ts";

/** A mark that may end a sentence, and the text around it, as far as the rules look. */
interface Mark {
  /** The text of the sentence before the mark, at most `REACH` characters of it. */
  readonly before: string;
  /** The mark itself: `.`, `?!`, `. . .` */
  readonly mark: string;
  /** Closing quotes and brackets, and marks of notes, that stand after the mark. */
  readonly tail: string;
  /** The text after the tail, with its white space. */
  readonly after: string;
  /** Whether the sentence is the first of its line. */
  readonly opensLine: boolean;
}

/** How far the rules look before and after a mark, in UTF-16 units: so their work grows with the text, not its square. */
const REACH = 60;

/** One or more marks in a row, also with spaces between them: `?!`, `. . .` */
const MARKS = /[.!?…‼⁇⁈⁉؟۔।。！？｡]+(?:\s[.!?…]+(?![\p{L}\p{N}]))*|[\u0085\u2028\u2029]/gu;

/** Separators of lines and paragraphs, and marks of scripts without spaces. They end a sentence whatever follows. */
const ALWAYS_ENDS = /^[\u0085\u2028\u2029]|[。！？｡]$/u;

/** What stands after a mark and belongs to it: closing quotes and brackets, and marks of notes: `[12]`, `[a]`, `¹²`, `*` */
const TAIL =
  /^(?:["'’”»›)\]}*†‡]|\[\p{L}[\p{L} ]{0,20}\p{N}{0,3}\]|\(\p{N}{1,3}\)|\s{0,2}(?:[”»›)\]}¹²³⁰⁴-⁹]|\[\p{N}[\p{N}, –-]{0,12}\])|(?<=[\]*†‡¹²³⁰⁴-⁹]),(?=[[¹²³⁰⁴-⁹*†‡]))*/u;

/** Note numbers without brackets, as in text copied from a PDF: `attacked.12 The`, `attacked.”12,13 The` */
const NOTE_NUMBERS = /^\p{N}{1,3}(?:[,–-] ?\p{N}{1,3})*(?=\s|\p{Lu}\p{Ll})/u;

/** What may stand before the first word of a sentence: a mark of omission, quotes, brackets, bullets, dashes. */
const OPENING = /^(?:[([](?:…|\.\.\.)[)\]]|["'“”‘’«»„‹([{¿¡•·▪■*–—-]|\s|…|\.\.\.)*/u;

/** The number or letter of an item within a text: `(a) First`, `ii. Then` */
const LIST_MARK = /^(?:(?:\p{Ll}|[ivx]{2,4})\)|(?:[abi]|i{2,3}|iv|vi{1,3}|ix)\.)\s(?=\p{Lu})/u;

/** The offsets in a line at which a sentence ends: after a mark and what belongs to it. */
export function* sentenceEnds(line: string): Generator<number> {
  let start = 0;
  for (const { 0: mark, index } of line.matchAll(MARKS)) {
    const found = markAt(line, { mark, index, start });
    const end = index + mark.length + found.tail.length;
    if (!isEnd(found)) continue;
    yield end;
    start = end;
  }
}

function markAt(line: string, { mark, index, start }: { mark: string; index: number; start: number }): Mark {
  const before = line.slice(Math.max(start, index - REACH), index);
  const rest = line.slice(index + mark.length, index + mark.length + 2 * REACH);
  let tail = TAIL.exec(rest)?.[0] ?? "";
  if (takesNotes(before, mark + tail)) tail += noteNumbers(rest.slice(tail.length));
  return { before, mark, tail, after: rest.slice(tail.length), opensLine: start === 0 };
}

/** The numbers of notes at the start of a text: attached, or alone before a word that opens a sentence. */
function noteNumbers(rest: string): string {
  const alone = /^\s\p{N}{1,3}(?=\s)/u.exec(rest)?.[0] ?? "";
  if (
    alone !== "" &&
    /^\s\p{Lu}\p{L}/u.test(rest.slice(alone.length)) &&
    opensSentences(rest.slice(alone.length + 1), false)
  )
    return alone;
  return NOTE_NUMBERS.exec(rest)?.[0] ?? "";
}

/** Whether digits after the mark can only be a note: they follow a word that takes no number, or a quote or bracket. */
const takesNotes = (before: string, markAndTail: string) =>
  /^[.?!…]+["”»’)]+$/u.test(markAndTail) ||
  (/^[.?!…]+$/u.test(markAndTail) &&
    /(?:\p{L}{2}|[”»)])$/u.test(before) &&
    !isListed(lastWord(before), BEFORE_A_NUMBER));

/** The word before a mark with its inner full stops and hyphens, without an article joined to it: `U.S`, `Lt-Col`. */
const lastWord = (before: string) => /[\p{L}\p{N}\p{M}.°‑-]*$/u.exec(before)?.[0] ?? "";

function isEnd(found: Mark): boolean {
  const { mark, before, after } = found;
  if (ALWAYS_ENDS.test(mark)) return true;
  if (after === "") return false;
  if (!/^\s/u.test(after)) return isSpaceLost(found);
  const next = after.replace(OPENING, "");
  if (/[[(]$/u.test(before)) return /^[\])]/u.test(found.tail) && opensSentences(next, false);
  if (isReference(after.trimStart()) || (isQuestionInQuotes(found) && SPEECH.test(after.trimStart()))) return false;
  if (WEB_ADDRESS.test(after)) return opensAddress(found);
  return canOpen(next, mark) && !(mark === "." && continues(found, next));
}

/** A year in brackets, or the number of a journal (`25 (5)`, `2014;19`): they follow a title that ends with a mark. */
const isReference = (after: string) =>
  /^(?:[([][^()[\].]{0,40}\p{N}{4}[a-z]?[)\]]|\p{N}{1,4} ?\(\p{N}{1,4}\)|\p{N}{4};\p{N})/u.test(after);

/** `https://…`, `www.…`, or a host and a path. */
const WEB_ADDRESS = /^\s+(?:https?:\/\/|www\.|(?:[\p{Ll}\p{N}-]{1,30}\.){1,4}\p{Ll}{2,10}\/)[\p{L}\p{N}]/u;

/** A link after a sentence is no part of it, unless the sentence is a work: then a year, a page or a title in quotes precedes. */
const opensAddress = (found: Mark) =>
  found.tail === "" &&
  !/\p{N}[)\]]?$/u.test(found.before) &&
  !(found.mark === "." && (lastWord(found.before) === "" || continues(found, "")));

/** `Why?” …`: the sentence around the quotation may go on. */
const isQuestionInQuotes = ({ mark, tail }: Mark) => mark !== "." && /["'’”»]/u.test(tail);

/** Whether a sentence can begin so: with a capital, a number, a name in lower case, or a letter of a script without case. */
const canOpen = (next: string, mark: string) =>
  /^(?:[#@]|©\s?)?[\p{Lu}\p{Lt}\p{Lo}]/u.test(next) ||
  NAME_PARTICLE.test(next) ||
  LIST_MARK.test(next) ||
  (/^(?:[$€£¥]|©\s?)?\p{N}/u.test(next) && !/…|\.\s?\./u.test(mark));

/** Whether the space after the mark was lost: `left.The army`, but not `Booking.Com`, `M.Diallo` or a web address. */
function isSpaceLost({ before, mark, tail, after }: Mark): boolean {
  const [word = ""] = /\S*$/u.exec(before) ?? [];
  const [nextWord = ""] = /^\S*/u.exec(after) ?? [];
  return (
    /^["'“‘«(]*(?:\p{L}['’])?\p{L}[\p{L}-]*\p{L}[”»)]*$/u.test(word) &&
    /^["“«(]?(?:\p{Lu}['’\p{Ll}]|[AIÀ]$)/u.test(nextWord) &&
    !/[/@=_\\]/u.test(mark + tail + nextWord) &&
    !/^(?:Com|Org|Net|Fr|Ml|Js|Io)(?!\p{L})|\.\p{L}/u.test(nextWord) &&
    ![NEVER_LAST, SELDOM_LAST, BEFORE_A_NUMBER].some((list) => isListed(lastWord(word), list))
  );
}

/** `avant J.-C.`: no name follows. */
const ERA = /\b(?:av(?:ant|\.)?|ap(?:r|rès)?\.?)\sJ\.?\s?[-‑]?C$/u;

/** Whether the full stop belongs to an abbreviation, an initial or a number in a list, and the sentence goes on. */
function continues({ before, tail, after, opensLine }: Mark, next: string): boolean {
  if (isEnumerator(before.trim(), opensLine)) return true;
  const word = lastWord(before);
  if (word === "") return false;
  if (/[([]\p{Ll}{1,6}$/u.test(before) && /^[)\]]/u.test(tail)) return true;
  if (/^\p{Lu}$/u.test(word)) return continuesAfterInitial(before, next);
  if (/^\p{Ll}$/u.test(word)) return continuesAfterLetter(before, next);
  if (ERA.test(before)) return /^\p{N}/u.test(next);
  if (/^\p{Lu}[-‑]\p{Lu}$/u.test(word)) return !opensSentences(next, false);
  if (isListed(word, TIME_OF_DAY)) return AFTER_A_TIME.test(next) || /^\s?[–—-]\s?\p{N}/u.test(after);
  if (/^(?:\p{L}{1,3}\.[-‑]?)+\p{L}{1,3}$/u.test(word)) return continuesAfterAcronym(before, next);
  return continuesAfterAbbreviation(before, next);
}

/** A number or letter of a list or heading, alone so far: `1. Moore`, `II. Context`, `Figure 2. Mines`; also `N.B. The`, and in a table of contents */
function isEnumerator(sentence: string, opensLine: boolean): boolean {
  if (/\.{4}\s*\p{N}+\s(?:[IVXLC]+|\p{Lu}|\p{N}{1,2})$/u.test(sentence)) return true;
  const [, noun = "", number = ""] =
    /^(?:(\p{L}+(?:\(s\)|\.)?)\s)?([\p{L}\p{N}.]{1,8})$/u.exec(
      sentence.replace(/^(?:[•·▪■*–—-]\s+)?[([]?|[)\]]$/gu, ""),
    ) ?? [];
  if (noun !== "") return CAPTION.test(noun) && /^(?:\p{N}{1,3}(?:[.-]\p{N}{1,3})*|[IVXLC]+|\p{Lu})$/u.test(number);
  if (/^(?:[IVXLC]+|[ivxlc]+|\p{L}|N\.?B|P\.?S)$/u.test(number)) return true;
  return opensLine && /^(?:\p{L}\.?)?\p{N}{1,3}(?:\.\p{N}{1,3})*$/u.test(number);
}

/** `J. R. Moore`, `Moore, J. The Old Book`; but `Block B. Guards` and `Malcolm X. They` end. */
function continuesAfterInitial(before: string, next: string): boolean {
  const labelled = /(\p{L}+)\s\p{Lu}$/u.exec(before)?.[1];
  if (labelled !== undefined && isListed(labelled, LABELLED)) return false;
  if (/°\s?\p{Lu}$/u.test(before)) return false;
  if (/(?:^|\s)M$|[,&]\s\p{Lu}$/u.test(before)) return true;
  return !opensSentences(next, /\p{Ll} I$/u.test(before));
}

/** `Prosecutor v. Al Mahdi`, `c. 1818`; but `35 m. The` ends. */
function continuesAfterLetter(before: string, next: string): boolean {
  if (/\p{N}\s?\p{Ll}$/u.test(before)) return false;
  return /[cv]$/u.test(before) || /^\p{N}/u.test(next) || !opensSentences(next, true);
}

/** `the U.S. Army`, `e.g. Gao`, `347 U.S. 483`; but `in the U.S. The group` ends. */
function continuesAfterAcronym(before: string, next: string): boolean {
  const word = lastWord(before);
  if (/^[\p{Ll}.‑-]+$/u.test(word)) return true;
  if (/^\p{N}/u.test(next)) return /\p{N}\s$/u.test(before.slice(0, -word.length)) || !/^[\p{N},]+ \p{Ll}/u.test(next);
  return !opensSentences(next, true);
}

function continuesAfterAbbreviation(before: string, next: string): boolean {
  const word = lastWord(before);
  const part = word.slice(word.search(/[^‑-]*$/u));
  const isInCapitals = /^\p{Lu}{2}/u.test(next) || (/^\p{N}/u.test(next) && !/\p{Ll}/u.test(before));
  const known = isInCapitals && /^\p{Lu}{2,}$/u.test(part) ? part.charAt(0) + part.slice(1).toLowerCase() : part;
  if (ERA.test(before)) return /^\p{N}/u.test(next);
  if (/(?:\bp\.\s?|\bpar\s)ex$/iu.test(before)) return true;
  if (isListed(known, NEVER_LAST))
    return !(/^\p{L}{3}/u.test(known) && !/^(?:viz|resp)$/u.test(known) && opensSentences(next, false));
  if (/^\p{N}/u.test(next) && isListed(known, BEFORE_A_NUMBER)) return true;
  if (
    /^(?:[IVXLC]{2,}|[VXL]|I(?=[.,;:)]))(?![\p{L}'’])/u.test(next) &&
    known.toLowerCase() !== "no" &&
    isListed(known, BEFORE_A_NUMBER)
  )
    return true;
  return isListed(known, SELDOM_LAST) && !/^\p{N}/u.test(next) && !opensSentences(next, false);
}
