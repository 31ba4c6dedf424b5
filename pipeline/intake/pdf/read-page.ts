import { attachInitials } from "./attach-initials.ts";
import { attachRaised } from "./attach-raised.ts";
import type { PageContent, Run } from "./page-content.ts";
import type { PdfLibrary, PdfPage } from "./pdf-library.ts";
import { type Matrix, matrixOf, multiply, readGraphics } from "./read-graphics.ts";
import { incompleteWords, tidyCharacters } from "./tidy-characters.ts";

const BOLD = /bold|black|heavy|semibold|demi(?!an)|cmbx|cmssbx/iu;
/** A text counts as upright if it rises less than this, in parts of its length. */
const UPRIGHT = 0.05;

/** Reads the text of a page, and what is drawn on it. */
export async function readPage(library: PdfLibrary, page: PdfPage): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  // First the graphics: reading them loads the fonts, whose names tell what is bold.
  const graphics = await readGraphics(library, page);
  const { items } = await page.getTextContent();
  const base = matrixOf(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
  const bold = new Map<string, boolean>();
  let isSpaced = false;
  const placed = items.flatMap((item) => {
    const wasSpaced = isSpaced;
    isSpaced = "str" in item && item.str.trim() === "" && (isSpaced || item.str !== "");
    if (!("str" in item) || item.str.trim() === "") return [];
    const matrix = matrixOf(item.transform);
    if (matrix === null) return [];
    const isBold = bold.get(item.fontName) ?? BOLD.test(fontName(page, item.fontName));
    bold.set(item.fontName, isBold);
    return [
      {
        text: tidyCharacters(item.str),
        width: item.width,
        matrix: multiply(base, matrix),
        isBold,
        isSpaced: wasSpaced,
      },
    ];
  });
  const turn = mainTurn(placed);
  const incomplete = new Set(items.flatMap((item) => ("str" in item ? incompleteWords(item.str) : [])));
  const upright = placed.filter(({ matrix }) => turnOf(matrix) === turn);
  const content: PageContent = {
    page: page.pageNumber,
    width: turn % 2 === 0 ? viewport.width : viewport.height,
    height: turn % 2 === 0 ? viewport.height : viewport.width,
    runs: attachRaised(
      attachInitials(upright.map((item) => runOf(item, turn, viewport)).filter(({ text }) => text.trim() !== "")),
    ),
    rotated: placed.filter(({ matrix }) => turnOf(matrix) !== turn).map(({ text }) => text.trim()),
    incomplete: [...incomplete],
    ...graphics,
    rules: turn === 0 ? graphics.rules : [],
    drawings: turn === 0 ? graphics.drawings : [],
  };
  page.cleanup();
  return content;
}

interface Placed {
  readonly text: string;
  readonly width: number;
  readonly matrix: Matrix;
  readonly isBold: boolean;
  /** Whether the PDF has a space between the text before and this one. */
  readonly isSpaced: boolean;
}

/** Quarter turns of a text to the right: 0 for upright text; -1 if it is oblique. */
function turnOf([a, b]: Matrix): number {
  const length = Math.hypot(a, b);
  if (Math.abs(b) <= UPRIGHT * length) return a >= 0 ? 0 : 2;
  if (Math.abs(a) <= UPRIGHT * length) return b > 0 ? 1 : 3;
  return -1;
}

/** The turn of most characters of the page: a table in landscape is read like a page. */
function mainTurn(placed: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { text, matrix } of placed) counts.set(turnOf(matrix), (counts.get(turnOf(matrix)) ?? 0) + text.length);
  const [best] = [...counts].filter(([turn]) => turn >= 0).sort(([a, m], [b, n]) => n - m || a - b);
  return best?.[0] ?? 0;
}

function runOf(
  { text, width, matrix, isBold, isSpaced }: Placed,
  turn: number,
  page: { width: number; height: number },
): Run {
  const [, , c, d, e, f] = matrix;
  const places = [
    { x: e, y: f },
    { x: f, y: page.width - e },
    { x: page.width - e, y: page.height - f },
    { x: page.height - f, y: e },
  ];
  const { x, y } = places[turn] ?? { x: e, y: f };
  // A space at an end belongs to the gap beside the run.
  const widthOf = (length: number) => (width * length) / Math.max(1, text.length);
  const indent = widthOf(text.length - text.trimStart().length);
  const tail = widthOf(text.length - text.trimEnd().length);
  const right = x + width - tail;
  return { text: text.trim(), x: x + indent, y, right, size: Math.hypot(c, d), isBold, isRaised: false, isSpaced };
}

function fontName(page: PdfPage, id: string): string {
  if (!page.commonObjs.has(id)) return "";
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== "object" || font === null || !("name" in font)) return "";
  return typeof font.name === "string" ? font.name : "";
}
