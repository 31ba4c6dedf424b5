import type { Measure } from "./measure-columns.ts";
import type { Group } from "./paragraphs.ts";

const TERMINAL = /[.?!:…][\p{N}"'’”»)\]]*$/u;
/** A paragraph may go on behind a box or a picture's words: so many columns are looked at. */
const FARTHEST = 2;

/** The groups of all columns of a document, where a paragraph that goes on in another column is one group. */
export function joinColumns(columns: readonly (readonly Group[])[], measure: Measure): Group[] {
  const usesIndents = countIndents(columns);
  const pending = columns.map((groups) => [...groups]);
  pending.forEach((groups, at) => {
    for (let last = lastOf(groups); last !== null && mayGoOn(last, measure); last = lastOf(groups)) {
      const next = nextColumn(pending, at, last, usesIndents);
      const [first] = next ?? [];
      if (next === null || first === undefined) break;
      next.shift();
      groups[groups.length - 1] = {
        ...last,
        lines: [...last.lines, ...first.lines],
        isFull: first.isFull,
        rule: "joined-columns",
      };
      if (next.length > 0) break;
    }
  });
  return pending.flat();
}

const lastOf = (groups: readonly Group[]): Group | null => groups.at(-1) ?? null;

/** The nearest of the next columns whose first group goes on; `null` if there is none. */
function nextColumn(columns: Group[][], at: number, last: Group, usesIndents: boolean): Group[] | null {
  const isOpen = isOpenSentence(last);
  const passed: Group[] = [];
  for (let next = at + 1; next < columns.length && passed.length < (isOpen ? FARTHEST : 1); next += 1) {
    const groups = columns[next] ?? [];
    const [first] = groups;
    if (first === undefined) continue;
    if (passed.some((nearer) => isOpenBefore(nearer, first, usesIndents))) return null;
    if (goesOn(last, first, usesIndents, passed.length > 0)) return groups;
    passed.push(groups.at(-1) ?? first);
  }
  return null;
}

const isOpenSentence = ({ lines }: Group) => !TERMINAL.test(lines.at(-1)?.text ?? "");

/** Whether a group that was passed over goes on with the words that were found behind it. */
const isOpenBefore = (nearer: Group, next: Group, usesIndents: boolean) =>
  isOpenSentence(nearer) && goesOn(nearer, next, usesIndents, false);

/** Only text in the size of most text goes on: headings and captions do not. */
function mayGoOn({ lines }: Group, { bodySize }: Measure): boolean {
  const size = lines.at(-1)?.size ?? 0;
  return Math.abs(size - bodySize) < 0.12 * bodySize;
}

function goesOn(last: Group, next: Group, usesIndents: boolean, isBehind: boolean): boolean {
  const [end, start] = [last.lines.at(-1), next.lines[0]];
  if (end === undefined || start === undefined) return false;
  if (Math.abs(end.size - start.size) > 0.06 * end.size || next.kind === "item") return false;
  const isHeadLike = end.isBold && last.lines.length < 3 && !/[-‐,]$/u.test(end.text);
  if (isHeadLike !== (start.isBold && next.lines.length < 3) && (isHeadLike || start.isBold)) return false;
  if (/\p{L}[-‐\u00AD]$/u.test(end.text)) return !/^\p{Lu}/u.test(start.text) || !isBehind;
  const isLower = /^["'“‘«(]?\p{Ll}/u.test(start.text);
  if (isLower) return last.isFull || !TERMINAL.test(end.text);
  const isOtherWidth = (end.column === null) !== (start.column === null);
  if (isBehind || isOtherWidth || !last.isFull || (usesIndents && next.isIndented)) return false;
  return TERMINAL.test(end.text) ? usesIndents : !isHeadLike && !start.isBold;
}

/** Whether paragraphs begin with an indent: then one that does not, at the top of a column, goes on. */
function countIndents(columns: readonly (readonly Group[])[]): boolean {
  const inside = columns
    .flatMap((groups) => groups.slice(1))
    .filter(({ kind, lines }) => kind === "paragraph" && lines.length > 1);
  return inside.length >= 3 && inside.filter(({ isIndented }) => isIndented).length >= 0.6 * inside.length;
}
