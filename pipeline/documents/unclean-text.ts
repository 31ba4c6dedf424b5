import { findEntity } from "#pipeline/core/html-entity.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { TextFault } from "#pipeline/core/issues/documents-issue.ts";
import { findMisread } from "#pipeline/core/misread.ts";

/** A line that goes on in the next one: it ends inside a sentence, and the next begins with a small letter. */
const ENDS_INSIDE = /[\p{L}\p{N},\u00AD-]\s*$/u;
const GOES_ON = /^\s*\p{Ll}/u;
const TAG =
  /<\/?(?:p|br|hr|div|span|a|b|i|u|em|strong|small|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|img|sup|sub|blockquote|figure|script|style)(?:\s[^<>]*)?\/?>/iu;
/** A page number by itself, such as `12`, `- 12 -`, `Page 12` or `12/40`. */
const PAGE_NUMBER = /^\W*(?:page\s+)?(\d{1,4})(?:\s*(?:\/|of|sur)\s*\d+)?\W*$/iu;

/** If so many lines, and this share of all, go on in the next one, a program broke them at a width. */
const WRAPPED = { lines: 5, share: 0.2 };
/** Fewer page numbers in a row can be anything. */
const PAGES = 3;

/** What a text has that its document has not: what extracting or copying it left. Each is found before any row cites the text. */
export function findUnclean(path: string, text: string): Issue[] {
  const lines = text.split("\n").map((content, position) => ({ content, line: position + 1 }));
  const filled = lines.filter(({ content }) => content.trim() !== "");
  const linesWhere = (holds: (content: string) => boolean) =>
    filled.filter(({ content }) => holds(content)).map(({ line }) => line);
  const broken = filled
    .filter(({ content }, at) => ENDS_INSIDE.test(content) && GOES_ON.test(filled[at + 1]?.content ?? ""))
    .map(({ line }) => line);
  const isWrapped = broken.length >= WRAPPED.lines && broken.length >= filled.length * WRAPPED.share;
  const found: Readonly<Record<TextFault, readonly number[]>> = {
    "hard-wrapped": isWrapped ? broken : [],
    "broken-sentence": isWrapped ? [] : broken,
    "soft-hyphens": linesWhere((content) => content.includes("\u00AD")),
    "html-tags": linesWhere((content) => TAG.test(content)),
    "html-entities": linesWhere((content) => content.includes("&") && findEntity(content) !== null),
    "misread-letters": linesWhere((content) => findMisread(content) !== null),
    "page-numbers": pageNumbers(filled),
  };
  return textFaults.flatMap((fault): Issue[] => {
    const at = { file: path, line: found[fault][0] ?? null, column: null };
    return found[fault].length === 0 ? [] : [{ code: "documents/unclean-text", at, fault, lines: found[fault] }];
  });
}

const textFaults: readonly TextFault[] = [
  "hard-wrapped",
  "broken-sentence",
  "soft-hyphens",
  "html-tags",
  "html-entities",
  "misread-letters",
  "page-numbers",
];

/** The lines of numbers that count up by one, with other lines between them. */
function pageNumbers(filled: readonly { readonly content: string; readonly line: number }[]): readonly number[] {
  const numbered = filled.flatMap(({ content, line }, at) => {
    const [, number] = PAGE_NUMBER.exec(content.trim()) ?? [];
    return number === undefined ? [] : [{ number: Number(number), line, at }];
  });
  const inOrder = numbered.filter(({ number, at }, position) => {
    const [before, after] = [numbered[position - 1], numbered[position + 1]];
    return (
      (before !== undefined && number === before.number + 1 && at > before.at + 1) ||
      (after !== undefined && number === after.number - 1 && at < after.at - 1)
    );
  });
  return inOrder.length < PAGES ? [] : inOrder.map(({ line }) => line);
}
