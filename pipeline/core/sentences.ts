/** A sentence of a document, and its position in the normalised text. */
export interface Sentence {
  /** `p12s3`: the 3rd sentence of the 12th non-blank line. */
  readonly locator: string;
  /** Line of the text, counted from 1, including blank lines. */
  readonly line: number;
  /** UTF-16 offsets in the normalised text: `text.slice(start, end)` is the sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Titles and similar abbreviations: a name follows, so the sentence continues whatever comes next. */
const BEFORE_A_NAME = new Set(
  (
    "dr mr mrs ms mx prof st ste gen lt col maj capt cpt cdt cmdr sgt cpl spc pfc pvt adm brig rev hon sen rep gov pres amb insp supt " +
    "m mm mme mmes mlle mgr me pr gén gal lcl cel cne adj " +
    "vs cf eg ie viz al ibid op"
  ).split(" "),
);

/** Abbreviations that precede a number; before anything else, their full stop ends the sentence. */
const BEFORE_A_NUMBER = new Set(
  "no nos nr n approx ca env art arts p pp vol vols fig figs ch chap sect par para ed jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil août déc".split(
    " ",
  ),
);

/** Note numbers and closing punctuation that the segmenter puts at the start of the next sentence. */
const BELONGS_BEFORE = /^[¹²³⁰⁴-⁹»”)\]]+\s*/u;

/** NFC, LF line ends and no byte order mark: the text that offsets and locators refer to. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?/gu, "\n")
    .normalize("NFC");
}

/**
 * Splits a normalised text into sentences, line by line.
 *
 * `Intl.Segmenter` (Unicode UAX 29) proposes the boundaries. Those after abbreviations, initials and list numbers, and
 * those inside a web address, are discarded. A note number belongs to the sentence that it follows.
 */
export function cutSentences(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const sentences: Sentence[] = [];
  let line = 0;
  let paragraph = 0;
  let lineStart = 0;
  for (const content of text.split("\n")) {
    line += 1;
    if (content.trim() !== "") {
      paragraph += 1;
      let number = 0;
      for (const [from, to] of spans(content, segmenter)) {
        number += 1;
        sentences.push({
          locator: `p${paragraph}s${number}`,
          line,
          start: lineStart + from,
          end: lineStart + to,
          text: content.slice(from, to),
        });
      }
    }
    lineStart += content.length + 1;
  }
  return sentences;
}

/** The sentences of one line as [from, to) offsets, without surrounding white space. */
function spans(content: string, segmenter: Intl.Segmenter): [number, number][] {
  const starts: number[] = [];
  const lastWordAt = content.search(/[\p{L}\p{N}][^\p{L}\p{N}]*$/u);
  for (const index of proposedStarts(content, segmenter)) {
    const boundary = index + (BELONGS_BEFORE.exec(content.slice(index, index + 12))?.[0].length ?? 0);
    if (index === 0) starts.push(0);
    else if (boundary <= lastWordAt && isSentenceStart(content, boundary)) starts.push(boundary);
  }
  return starts.flatMap((start, at): [number, number][] => {
    const piece = content.slice(start, starts[at + 1]);
    const from = start + piece.length - piece.trimStart().length;
    const to = start + piece.trimEnd().length;
    return to > from ? [[from, to]] : [];
  });
}

const WINDOW = 4096;
/** A letter, or an end of a sentence or of a paragraph, with no other one of these after it. */
const LAST_DECIDER = /[\p{L}\p{Sentence_Terminal}\u0085\u2028\u2029][^\p{L}\p{Sentence_Terminal}\u0085\u2028\u2029]*$/u;

/**
 * The offsets where the segmenter starts a sentence. For each sentence, it takes time proportional to the length of the
 * text (Node 20: a minute for a line of 1 MB). So it gets a long line in windows. Each window starts at a boundary
 * that is certain: one followed by a character that ends the segmenter's look-ahead (UAX 29, rule SB8).
 */
export function* proposedStarts(content: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0;
  let size = WINDOW;
  while (from < content.length) {
    const window = content.slice(from, from + size);
    const isLast = from + size >= content.length;
    const certain = isLast ? window.length : window.search(LAST_DECIDER);
    const starts = Array.from(segmenter.segment(window), ({ index }) => index).filter((index) => index <= certain);
    const next = isLast ? undefined : starts.pop();
    for (const start of starts) yield from + start;
    if (isLast) return;
    size = next === undefined || next === 0 ? size * 2 : WINDOW;
    from += next ?? 0;
  }
}

function isSentenceStart(content: string, boundary: number): boolean {
  const before = content.slice(Math.max(0, boundary - 60), boundary);
  const after = content.slice(boundary, boundary + 60);
  if (!/\s$/u.test(before)) return false;
  const lastWord = /([\p{L}\p{N}.]+)\.["'’”»)\]]*\s+$/u.exec(before)?.[1];
  if (lastWord === undefined) return true;
  if (/^(\p{Lu}|(\p{L}\.)+\p{L})$/u.test(lastWord)) return false;
  if (/^\p{N}{1,3}$/u.test(lastWord) && before.trim() === `${lastWord}.` && boundary < 8) return false;
  const word = lastWord.toLowerCase();
  if (BEFORE_A_NAME.has(word)) return false;
  return !(BEFORE_A_NUMBER.has(word) && /^\p{N}/u.test(after));
}
