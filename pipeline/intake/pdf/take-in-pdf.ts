import type { Intake, PageRange, Refusal, Remark } from "#pipeline/intake/taken-in.ts";
import { toolsNamed } from "#pipeline/intake/tool-versions.ts";
import { layOut } from "./lay-out.ts";
import type { PageContent } from "./page-content.ts";
import { type OpenPdf, openPdf, type PdfLibrary } from "./pdf-library.ts";
import { readMetadata } from "./pdf-metadata.ts";
import { readPage } from "./read-page.ts";
import { restrictionsOf } from "./restrictions.ts";
import { remarksOnScript } from "./script-remarks.ts";
import { findStreamBomb } from "./stream-bomb.ts";

/** A picture that covers this share of a page, under invisible text, is a scan. */
const SCAN = 0.5;
/** Fonts are given back after so many pages, so that memory does not grow with the document. */
const PAGES_AT_ONCE = 20;
const MOST_PAGES = 3000;

/**
 * Takes in a PDF: its text in reading order, a paragraph a block, with its notes, and without running heads. `pages` are
 * counted from 1, as programs show them; with `null`, all pages are read. A PDF that asks for a password, is damaged,
 * has no text, or has a part that would fill the memory is refused.
 */
export async function takeInPdf(
  bytes: Uint8Array,
  { pages }: { readonly pages: readonly PageRange[] | null } = { pages: null },
): Promise<Intake> {
  if (bytes.length === 0) return { refusal: { code: "empty-file", detail: null } };
  const bomb = findStreamBomb(bytes);
  if (bomb !== null) return { refusal: bomb };
  const opened = await openPdf(bytes);
  if ("refusal" in opened) return opened;
  const { library, pdf } = opened;
  try {
    const wanted = choosePages(pages, pdf.numPages);
    if ("code" in wanted) return { refusal: wanted };
    const { contents, broken } = await readPages(library, pdf, wanted);
    const refusal = refusePages(contents, broken);
    if (refusal !== null) return { refusal };
    const laidOut = layOut(contents);
    return {
      taken: {
        ...laidOut,
        tables: [],
        metadata: await readMetadata(pdf),
        nPages: pdf.numPages,
        tools: { ...toolsNamed("unpdf"), "pdf.js": library.version },
        remarks: [...(await restrictionsOf(pdf)), ...broken, ...contents.flatMap(remarksOn), ...laidOut.remarks].sort(
          (a, b) => (a.page ?? 0) - (b.page ?? 0),
        ),
      },
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function choosePages(ranges: readonly PageRange[] | null, nPages: number): readonly number[] | Refusal {
  const chosen = ranges ?? [{ first: 1, last: nPages }];
  const wrong = chosen.find(({ first, last }) => !(first >= 1 && first <= last && last <= nPages));
  if (wrong !== undefined || chosen.length === 0)
    return { code: "pdf-no-such-pages", detail: `${wrong?.first ?? ""}-${wrong?.last ?? ""} of ${nPages}` };
  const numbers = chosen.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  if (numbers.length > MOST_PAGES) return { code: "too-large", detail: `${numbers.length} pages` };
  return [...new Set(numbers)].sort((a, b) => a - b);
}

async function readPages(library: PdfLibrary, pdf: OpenPdf, numbers: readonly number[]) {
  const contents: PageContent[] = [];
  const broken: Remark[] = [];
  for (const [at, number] of numbers.entries()) {
    try {
      contents.push(await readPage(library, await pdf.getPage(number)));
    } catch (error) {
      broken.push({ code: "page-damaged", page: number, detail: error instanceof Error ? error.message : "" });
    }
    if ((at + 1) % PAGES_AT_ONCE === 0) await pdf.cleanup();
  }
  return { contents, broken };
}

function refusePages(contents: readonly PageContent[], broken: readonly Remark[]): Refusal | null {
  const hasText = contents.some(({ runs }) => runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)));
  if (hasText) return null;
  if (broken.length > 0) return { code: "pdf-damaged", detail: broken[0]?.detail ?? null };
  const scans = contents.filter(({ pictureShare }) => pictureShare > 0).length;
  return { code: "pdf-no-text", detail: `${contents.length} pages, ${scans} with pictures` };
}

function remarksOn({ page, runs, rotated, incomplete, pictureShare, invisibleShare }: PageContent): Remark[] {
  const share = (part: number) => `${Math.round(100 * part)} %`;
  if (runs.length === 0 && pictureShare > 0)
    return [{ code: "page-without-text", page, detail: `picture on ${share(pictureShare)} of the page` }];
  const isHidden = invisibleShare > 0.02 && runs.length > 0;
  const isScan = isHidden && pictureShare >= SCAN;
  return [
    ...(isScan ? [{ code: "ocr-layer", page, detail: `picture on ${share(pictureShare)} of the page` }] : []),
    ...(isHidden && !isScan ? [{ code: "invisible-text", page, detail: share(invisibleShare) }] : []),
    ...remarksOnScript(page, runs),
    ...incomplete.map((word) => ({ code: "letters-missing", page, detail: word })),
    ...(rotated.length > 0 ? [{ code: "rotated-text", page, detail: `${rotated.length} pieces` }] : []),
  ];
}
