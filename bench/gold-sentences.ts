import type { Sentence } from "#pipeline/core/sentences.ts";

/** A boundary that the cutter and a treebank do not share, with the text around it. */
export interface WrongCut {
  /** `no mark` and `lower case`: a boundary of the treebank that is missing, and that nothing in the text shows. */
  readonly kind: "missing" | "superfluous" | "no mark" | "lower case";
  readonly before: string;
  readonly after: string;
}

/**
 * The sentences of a CoNLL-U file by line of the raw text: a new paragraph or document begins a new line
 * (https://universaldependencies.org/format.html, "Paragraph and document boundaries").
 */
export function goldLines(conllu: string): string[][] {
  const lines: string[][] = [];
  let isNew = true;
  for (const line of conllu.split("\n")) {
    if (/^# new(?:par|doc)\b/u.test(line)) isNew = true;
    const text = /^# text = (.*)$/u.exec(line)?.[1]?.trim();
    if (text === undefined || text === "") continue;
    if (isNew) lines.push([text]);
    else lines.at(-1)?.push(text);
    isNew = false;
  }
  return lines;
}

/** The sentences of a text cut by hand, by paragraph: a sentence a line, and an empty line between paragraphs. */
export const handSetLines = (text: string): string[][] =>
  text
    .split(/\r?\n(?:[ \t]*\r?\n)+/u)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence !== ""),
    )
    .filter((paragraph) => paragraph.length > 0);

/** The boundaries in which the cutter differs from the treebank, in one line: `gold` joined with spaces. */
export function compareCuts(gold: readonly string[], cut: readonly Sentence[]): WrongCut[] {
  const text = gold.join(" ");
  const starts = new Set<number>();
  let at = 0;
  for (const sentence of gold.slice(0, -1)) {
    at += sentence.length + 1;
    starts.add(at);
  }
  const found = new Set(cut.slice(1).map(({ start }) => start));
  const around = (start: number) => ({
    before: text.slice(Math.max(0, start - 40), start).trim(),
    after: text.slice(start, start + 40),
  });
  return [
    ...[...starts]
      .filter((start) => !found.has(start))
      .map((start) => ({ kind: kindOf(text, start), ...around(start) })),
    ...[...found]
      .filter((start) => !starts.has(start))
      .map((start) => ({ kind: "superfluous" as const, ...around(start) })),
  ];
}

function kindOf(text: string, start: number): WrongCut["kind"] {
  const before = text.slice(Math.max(0, start - 20), start);
  if (!/(?:[.!?…]|[^\p{N}\s]\.["'’”»)]*\p{N}{1,3})["'’”»)\]\s]*$/u.test(before)) return "no mark";
  return /^[^\p{L}\p{N}]*\p{Ll}/u.test(text.slice(start, start + 20)) ? "lower case" : "missing";
}
