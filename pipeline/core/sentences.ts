import { sentenceEnds } from "#pipeline/core/sentence-ends.ts";

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

/** NFC, LF line ends and no byte order mark: the text that offsets and locators refer to. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?/gu, "\n")
    .normalize("NFC");
}

/**
 * Splits a normalised text into sentences, line by line. A line of two or more marks without a letter or digit, such as
 * a line of dashes, is like a blank one; a single mark, such as an empty bullet, is a sentence. What a sentence's end is, `sentence-ends.ts` says.
 *
 * The rules are our own. `Intl.Segmenter` (UAX 29) and the libraries built on it cut by the tables of the ICU version that
 * a Node.js release bundles, so that the same text could get other locators on another computer; its rules know no
 * abbreviations and no note marks; and for each sentence, it takes time proportional to the whole text. Trained models
 * cut otherwise after each training. A locator must never move unless somebody decides so.
 */
export function cutSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let line = 0;
  let paragraph = 0;
  let lineStart = 0;
  for (const content of text.split("\n")) {
    line += 1;
    const found = spans(content);
    if (found.length > 0) paragraph += 1;
    found.forEach(([from, to], position) => {
      sentences.push({
        locator: `p${paragraph}s${position + 1}`,
        line,
        start: lineStart + from,
        end: lineStart + to,
        text: content.slice(from, to),
      });
    });
    lineStart += content.length + 1;
  }
  return sentences;
}

/**
 * The sentences of one line as [from, to) offsets, without surrounding white space. Each contains a letter or digit: marks
 * without any go with the sentence before them, or with the first one.
 */
function spans(content: string): [number, number][] {
  const found: [number, number][] = [];
  const word = /[\p{L}\p{N}]/gu;
  const nextWord = (from: number) => {
    word.lastIndex = from;
    return word.exec(content)?.index ?? content.length;
  };
  let start = 0;
  let firstWord = nextWord(0);
  const add = (to: number) => {
    const piece = content.slice(start, to);
    found.push([to - piece.trimStart().length, start + piece.trimEnd().length]);
  };
  for (const end of sentenceEnds(content)) {
    if (firstWord >= end) continue;
    const following = nextWord(end);
    if (following === content.length) break;
    add(end);
    start = end;
    firstWord = following;
  }
  if (firstWord < content.length || /^\s*\S\s*$/u.test(content)) add(content.length);
  return found;
}
