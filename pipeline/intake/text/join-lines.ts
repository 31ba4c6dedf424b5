import type { Block, Hyphen } from "../taken-in.ts";
import { hasWords, tidyText } from "../tidy-text.ts";

/** What begins an item of a list. */
const ITEM = /^\s*(?:[-*•–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/u;
const HYPHEN = /(\p{L}+)[-\u2010]$/u;

/** The paragraphs of a text whose lines a program broke: they end at a blank line, at a line of marks, or where an item begins. */
export function joinLines(lines: readonly string[], hyphens: Hyphen[]): Block[] {
  const known = wordsOf(lines);
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    const text = tidyText(open.reduce((joined, line) => joinLine(joined, line, { known, hyphens }), ""));
    const isItem = ITEM.test(open[0] ?? "");
    if (hasWords(text))
      blocks.push({
        kind: isItem ? "item" : "paragraph",
        text,
        page: null,
        column: null,
        rule: open.length === 1 ? "line" : "joined-lines",
      });
    open = [];
  };
  for (const line of lines) {
    if (!hasWords(line) || ITEM.test(line)) close();
    if (hasWords(line)) open.push(line);
  }
  close();
  return blocks;
}

/** Words that stand inside a line, with their hyphens, in small letters. */
function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  const words = lines.flatMap(
    (line) =>
      line
        .trimEnd()
        .toLowerCase()
        .match(/\p{L}+(?:[-\u2010]\p{L}+)*(?![-\u2010]$|\p{L})/gu) ?? [],
  );
  return new Set(words.map((word) => word.replaceAll("\u2010", "-")));
}

interface Joining {
  readonly known: ReadonlySet<string>;
  readonly hyphens: Hyphen[];
}

/** A hyphen at the end of a line goes if the document has the word without it elsewhere, and else stays. */
function joinLine(joined: string, line: string, { known, hyphens }: Joining): string {
  const next = line.trim();
  const before = joined.trimEnd();
  const [, head] = HYPHEN.exec(before) ?? [];
  const [tail] = /^\p{L}+/u.exec(next) ?? [];
  if (head === undefined || tail === undefined) return `${before} ${next}`;
  const [whole, parted] = [`${head}${tail}`, `${head}-${tail}`];
  const isWhole = known.has(whole.toLowerCase());
  const isParted = known.has(parted.toLowerCase());
  const outcome = isWhole && !isParted ? "mended" : isParted && !isWhole ? "kept" : "kept-unsure";
  hyphens.push({ word: outcome === "mended" ? whole : parted, page: null, outcome });
  return outcome === "mended" ? `${before.slice(0, -1)}${next}` : `${before}${next}`;
}
