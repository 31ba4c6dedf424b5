import type { Line } from "./lines.ts";
import { listMark } from "./list-marks.ts";
import { type Edges, edgesOf, isNear, type Measure } from "./measure-columns.ts";

/** Lines that belong together, and what made them begin and end. */
export interface Group {
  readonly lines: readonly Line[];
  readonly kind: "paragraph" | "item";
  readonly isIndented: boolean;
  /** Whether the last line reaches the right edge, so that the text may go on in the next column. */
  readonly isFull: boolean;
  readonly rule: string;
}

const INDENT = { least: 0.7, most: 9 };
const CONTENTS_LINE = /(?:\. ?|…){4,}\s*\p{N}+$/u;
const TERMINAL = /[.?!:;…]["'’”»)\]]*$/u;

/** Groups the lines of a column into paragraphs and items of lists. */
export function groupLines(lines: readonly Line[], measure: Measure): Group[] {
  const edges = edgesOf(lines, measure);
  const groups: Line[][] = [];
  const rules: string[] = [];
  lines.forEach((line, at) => {
    const group = groups.at(-1);
    const before = lines[at - 1];
    const rule =
      group === undefined || before === undefined
        ? "column-start"
        : breakBefore(line, { before, group, edges, after: lines[at + 1] });
    if (group === undefined || rule !== null) {
      groups.push([line]);
      rules.push(rule ?? "column-start");
    } else group.push(line);
  });
  return groups.map((group, at) => finish(group, rules[at] ?? "", edges));
}

interface Around {
  readonly before: Line;
  readonly group: readonly Line[];
  readonly edges: Edges;
  readonly after: Line | undefined;
}

/** A full line that begins or ends with code or a foreign word in slightly other type goes on. */
function isWordInOtherType(line: Line, { before, edges }: Around): boolean {
  const ratio = line.size / before.size;
  if (ratio < 0.82 || ratio > 1.22 || line.isBold !== before.isBold || TERMINAL.test(before.text)) return false;
  const gap = line.y - before.y;
  const usual = edges.leading * Math.max(line.size, before.size);
  return (
    gap < usual * 1.15 && gap > usual * 0.75 && !hasRoom(before, line, edges.right) && line.x - edges.left < line.size
  );
}

/** Why a new paragraph begins with a line; `null` if the line goes on with the one before. */
function breakBefore(line: Line, around: Around): string | null {
  const { before, group, edges } = around;
  const gap = line.y - before.y;
  const isLarge = line.size > 1.12 * edges.leading && isNear(line.size, before.size);
  if (!isNear(line.size, before.size) && !isWordInOtherType(line, around)) return "size";
  if (CONTENTS_LINE.test(before.text)) return "contents-line";
  if (gap < 0.3 * line.size) return null;
  if (gap > Math.max(edges.leading, isLarge ? 1.15 : 0) * line.size * 1.12 + 1.2) return "spacing";
  const isShort = hasRoom(before, line, edges.right);
  const goesOn = !TERMINAL.test(before.text) && /^["'“‘(]?\p{Ll}/u.test(line.text);
  const [opener] = group;
  const mark = listMark(line.text);
  if (mark !== null && opensItem(mark.kind, { isShort, goesOn, line, around })) return "list-item";
  if (/[-‐\u00AD]$/u.test(before.text) && /^\p{Ll}/u.test(line.text)) return null;
  if (line.isBold !== before.isBold && (isShort || (line.isBold && !goesOn))) return "weight";
  const isInItem = opener !== undefined && listMark(opener.text) !== null;
  if (!goesOn && startsApart(line, around, isInItem)) return "indent";
  return isShort && !goesOn ? "short-line" : null;
}

function opensItem(
  kind: "bullet" | "dash" | "number",
  { isShort, goesOn, line, around }: { isShort: boolean; goesOn: boolean; line: Line; around: Around },
): boolean {
  if (kind === "bullet") return true;
  const isAfterEnd = TERMINAL.test(around.before.text) || isShort;
  return isAfterEnd && !goesOn && (isShort || line.x <= around.before.x + 1 || line.x > around.edges.left + 2);
}

/** Whether the first word of a line would have found room at the end of the line before. */
function hasRoom(before: Line, line: Line, right: number): boolean {
  const word = /^\S+/u.exec(line.text)?.[0] ?? "";
  const width = ((line.right - line.x) * word.length) / Math.max(1, line.text.length);
  return before.right + width + 0.35 * line.size < right - 0.5;
}

/** Whether a line begins further to the right than its column does, or, in a hanging list, further to the left. */
function startsApart(line: Line, { before, group, edges }: Around, isInItem: boolean): boolean {
  const step = (line.x - edges.left) / line.size;
  const fromBefore = (line.x - before.x) / line.size;
  if (isInItem) return fromBefore < -INDENT.least && group.length > 1;
  const isOpenSentence = !TERMINAL.test(before.text);
  if (step >= INDENT.least && step <= INDENT.most) {
    if (Math.abs(fromBefore) < 0.3) return false;
    return fromBefore > 0 ? !isOpenSentence : group.length > 1 && !isOpenSentence;
  }
  return step <= -INDENT.least || (fromBefore < -INDENT.least && group.length > 1);
}

function finish(lines: readonly Line[], rule: string, edges: Edges): Group {
  const [first, last] = [lines[0], lines.at(-1)];
  const isItem = first !== undefined && listMark(first.text) !== null && (rule === "list-item" || rule === "spacing");
  const isBulleted = first !== undefined && listMark(first.text)?.kind === "bullet";
  const step = first === undefined ? 0 : (first.x - edges.left) / first.size;
  return {
    lines,
    kind: isItem || isBulleted ? "item" : "paragraph",
    isIndented: step >= INDENT.least && step <= INDENT.most,
    isFull: last !== undefined && edges.right - last.right < 3.2 * last.size,
    rule,
  };
}
