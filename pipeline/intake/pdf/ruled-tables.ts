import { type Row, rowsOf, splitAtGaps } from "./lines.ts";
import type { PageContent, Rule, Run } from "./page-content.ts";
import { areCellsOfTable, CELL_GAP, cellsIn } from "./tables.ts";

/** Lines at one height are one line if they are so near, and have the same ends if those are so near, in points. */
const NEAR = { height: 1.5, end: 3 };
/** A row of one piece that is wider than this, in parts of the table, is prose; this share of the rows may be. */
const PROSE = { width: 0.7, share: 0.34 };

/** A line across a table, and where the cells below or above it meet. */
interface TableLine extends Rule {
  readonly joints: readonly number[];
}

/** The part between two lines of a table. */
interface Slot {
  readonly above: TableLine;
  readonly below: TableLine;
  readonly rows: readonly Row[];
}

export interface WithoutTables {
  readonly content: PageContent;
  readonly tables: readonly { readonly rows: readonly Row[] }[];
}

/** Takes the tables out of a page that lines are drawn between: whatever their cells have, they are no columns of text. */
export function takeRuledTables(content: PageContent): WithoutTables {
  const tables = chainsOf(content.rules).flatMap((chain) => stretchesOf(chain, content.runs));
  const gone = new Set<Run>(tables.flatMap(({ rows }) => rows.flatMap(({ runs }) => runs)));
  return { content: { ...content, runs: content.runs.filter((run) => !gone.has(run)) }, tables };
}

/** Lines with the same ends, from top to bottom. */
function chainsOf(rules: readonly Rule[]): TableLine[][] {
  const chains: TableLine[][] = [];
  for (const line of linesOf(rules)) {
    const chain = chains.find(([first]) => first !== undefined && hasSameEnds(first, line));
    if (chain === undefined) chains.push([line]);
    else chain.push(line);
  }
  return chains.filter(({ length }) => length > 2);
}

const isAt = (a: number, b: number) => Math.abs(a - b) <= NEAR.end;
const hasSameEnds = (a: Rule, b: Rule) => isAt(a.x, b.x) && isAt(a.right, b.right);

/** Joins the pieces that are drawn for each cell. */
function linesOf(rules: readonly Rule[]): TableLine[] {
  const lines: TableLine[] = [];
  for (const rule of [...rules].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const at = lines.findLastIndex(
      ({ y, right, x }) => rule.y - y <= NEAR.height && rule.x >= x && isNext(rule, right),
    );
    const line = lines[at];
    if (line === undefined) lines.push({ ...rule, joints: [] });
    else {
      const joints = isAt(rule.x, line.right) ? [...line.joints, rule.x] : line.joints;
      lines[at] = { ...line, right: Math.max(line.right, rule.right), joints };
    }
  }
  return lines;
}

const isNext = ({ x }: Rule, right: number) => x <= right + NEAR.end;

/** The stretches of slots that belong to a table. */
function stretchesOf(chain: readonly TableLine[], runs: readonly Run[]) {
  const stretches: Slot[][] = [[]];
  chain.slice(1).forEach((below, at) => {
    const above = chain[at] ?? below;
    const slot = { above, below, rows: rowsOf(runs.filter((run) => isBetween(run, above, below))) };
    if (isSlot(slot)) stretches.at(-1)?.push(slot);
    else stretches.push([]);
  });
  return stretches
    .filter((slots) => slots.length > 1 && isTable(slots))
    .map((slots) => ({ rows: slots.flatMap(({ rows }) => rows) }));
}

const isBetween = (run: Run, above: Rule, below: Rule) =>
  run.y > above.y && run.y <= below.y && run.x >= above.x - NEAR.end && run.right <= above.right + NEAR.end;

/** Whether a slot has cells: lines that end where cells meet, or pieces far apart; and few rows across all cells. */
function isSlot({ above, below, rows }: Slot): boolean {
  const joints = [...above.joints, ...below.joints];
  const isCrossed = ({ runs }: Row) => runs.some(({ x, right }) => joints.some((at) => x < at - 2 && right > at + 2));
  if (joints.length > 0) return rows.filter(isCrossed).length <= rows.length * PROSE.share;
  const width = above.right - above.x;
  const isProse = ({ runs, x, right }: Row) =>
    splitAtGaps(runs, CELL_GAP).length < 2 && right - x > PROSE.width * width;
  return (
    rows.some(({ runs }) => splitAtGaps(runs, CELL_GAP).length > 1) &&
    rows.filter(isProse).length <= rows.length * PROSE.share
  );
}

/** Lines that show where cells meet are enough; else the pieces must stand under each other like cells. */
function isTable(slots: readonly Slot[]): boolean {
  const rows = slots.flatMap(({ rows }) => rows);
  if (rows.length === 0) return false;
  const jointed = slots.filter(({ above }) => above.joints.length > 0);
  return jointed.length > 0 || areCellsOfTable(rows.map(({ runs }) => cellsIn(splitAtGaps(runs, CELL_GAP))));
}
