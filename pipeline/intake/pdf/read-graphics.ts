import type { Box, Rule } from "./page-content.ts";
import type { PdfLibrary, PdfPage } from "./pdf-library.ts";

/** [a, b, c, d, e, f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

interface Graphics {
  readonly rules: readonly Rule[];
  readonly drawings: readonly Box[];
  readonly pictureShare: number;
  readonly invisibleShare: number;
}

/** A drawn line is at most so thick, and at least so long. */
const RULE = { thickness: 2.5, length: 24 };
/** A drawing has at least so many paths, and is at least so wide and high. */
const DRAWING = { paths: 4, side: 40 };
/** Text that is neither filled nor stroked: PDF 32000-1, table 106. */
const INVISIBLE = new Set([3, 7]);

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** The matrix in a value from pdf.js; `null` if it is none. */
export function matrixOf(value: unknown): Matrix | null {
  const list = numbersOf(value);
  const [a, b, c, d, e, f] = list;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (e === undefined || f === undefined || list.some((part) => !Number.isFinite(part))) return null;
  return [a, b, c, d, e, f];
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

const numbersOf = (value: unknown): number[] =>
  isIterable(value) ? [...value].filter((part) => typeof part === "number") : [];

/** Left, top, right and bottom of a box of user space on the page. */
function boxOnPage(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]) {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return { x: Math.min(...xs), right: Math.max(...xs), y: Math.min(...ys), bottom: Math.max(...ys) };
}

function drawingBox(matrix: Matrix, [x0, y0, x1, y1]: readonly number[]): Box | null {
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  const box = boxOnPage(matrix, [x0, y0, x1, y1]);
  return box.right - box.x >= DRAWING.side && box.bottom - box.y >= DRAWING.side ? box : null;
}

/** What is drawn on a page besides its text, and how much of the text is drawn invisibly. */
export async function readGraphics(library: PdfLibrary, page: PdfPage): Promise<Graphics> {
  const { OPS } = library;
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const start = { matrix: matrixOf(viewport.transform) ?? ([1, 0, 0, 1, 0, 0] as const satisfies Matrix), mode: 0 };
  const stack: { matrix: Matrix; mode: number }[] = [];
  let state: { matrix: Matrix; mode: number } = start;
  const rules: Rule[] = [];
  const forms: { readonly box: Box | null; paths: number }[] = [];
  const drawings: Box[] = [];
  let pictureArea = 0;
  const [shown, invisible] = [{ n: 0 }, { n: 0 }];
  const addPicture = () => {
    const { x, right, y, bottom } = boxOnPage(state.matrix, [0, 0, 1, 1]);
    const width = Math.min(right, viewport.width) - Math.max(x, 0);
    const height = Math.min(bottom, viewport.height) - Math.max(y, 0);
    if (width > 0 && height > 0) pictureArea = Math.max(pictureArea, width * height);
  };
  fnArray.forEach((operator: number, at: number) => {
    const args: unknown = argsArray[at];
    const [first, second, third]: unknown[] = isIterable(args) ? [...args] : [];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        // An image that was not decoded leaves only the place where it would be.
        if (operator === OPS.restore && fnArray[at - 1] === OPS.transform) addPicture();
        if (operator === OPS.paintFormXObjectEnd) {
          const form = forms.pop();
          if (form !== undefined && form.box !== null && form.paths >= DRAWING.paths) drawings.push(form.box);
        }
        state = stack.pop() ?? start;
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        state = { ...state, matrix: multiply(state.matrix, matrixOf(first) ?? [1, 0, 0, 1, 0, 0]) };
        forms.push({ box: drawingBox(state.matrix, numbersOf(second)), paths: 0 });
        break;
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, matrixOf(args) ?? [1, 0, 0, 1, 0, 0]) };
        break;
      case OPS.setTextRenderingMode:
        state = { ...state, mode: typeof first === "number" ? first : 0 };
        break;
      case OPS.showText: {
        const glyphs = Array.isArray(first) ? first.length : 0;
        shown.n += glyphs;
        if (INVISIBLE.has(state.mode)) invisible.n += glyphs;
        break;
      }
      case OPS.constructPath: {
        for (const form of forms) form.paths += 1;
        const [x0, y0, x1, y1] = numbersOf(third);
        if (second === undefined || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) break;
        const { x, right, y, bottom } = boxOnPage(state.matrix, [x0, y0, x1, y1]);
        const isDrawn = first !== OPS.endPath && first !== OPS.clip && first !== OPS.eoClip;
        if (isDrawn && bottom - y <= RULE.thickness && right - x >= RULE.length) rules.push({ x, right, y: bottom });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        addPicture();
        break;
    }
  });
  return {
    rules,
    drawings,
    pictureShare: pictureArea / Math.max(1, viewport.width * viewport.height),
    invisibleShare: invisible.n / Math.max(1, shown.n),
  };
}
