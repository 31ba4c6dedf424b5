import { zipSync } from "fflate";
import mammoth from "mammoth";
import { findEntityBomb } from "../entity-bomb.ts";
import { imagesRemark, tablesRemark } from "../html/take-in-html.ts";
import { blocksOf } from "../markup/blocks-of.ts";
import { parseMarkup } from "../markup/dom.ts";
import { notesOf } from "../markup/notes-of.ts";
import { plainBlock } from "../markup/plain-block.ts";
import { tablesOf } from "../markup/tables-of.ts";
import type { Dropped, Intake, Refusal, Remark } from "../taken-in.ts";
import { tidyText } from "../tidy-text.ts";
import { toolsNamed } from "../tool-versions.ts";
import { type Parts, unzip } from "../zip/unzip.ts";
import { docxFindings } from "./properties.ts";
import { acceptMoves, countAnnotations } from "./revisions.ts";
import { uncover, unreadRemarks } from "./unread.ts";

const DAMAGED: Refusal = { code: "zip-no-docx", detail: null };
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/).*|^\[Content_Types\]\.xml$/u;
const MAIN = /^word\/document\d*\.xml$/u;

/** Styles beyond those that mammoth knows. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** Takes in a Word document with its tracked changes accepted and its comments left out. */
export async function takeInDocx(bytes: Uint8Array): Promise<Intake> {
  const unzipped = unzip(bytes, {
    isNeeded: (name) => NEEDED.test(name) && !/^word\/(?:media|embeddings|fonts)\//u.test(name),
    damaged: DAMAGED,
    encrypted: { code: "docx-password", detail: null },
  });
  if ("code" in unzipped) return { refusal: unzipped };
  const { parts } = unzipped;
  const main = [...parts.keys()].find((name) => MAIN.test(name));
  if (main === undefined) return { refusal: DAMAGED };
  const bomb = findEntityBomb(parts);
  if (bomb !== null) return { refusal: bomb };
  const html = await convert(parts);
  if (html === null) return { refusal: { ...DAMAGED, detail: main } };
  const page = parseMarkup(html);
  const notes = notesOf(page);
  const tables = tablesOf(page.body, notes.elements);
  const skipped = new Set([...notes.elements, ...tables.map(({ element }) => element)]);
  const blocks = blocksOf(page.body, { skipped }).map(plainBlock);
  return {
    taken: {
      blocks,
      notes: notes.notes.map(({ mark, text, page: number }) => ({ mark, text, page: number })),
      tables: tables.map(({ page: number, caption, rows }) => ({ page: number, caption, rows })),
      dropped: runningHeads(parts),
      hyphens: [],
      metadata: docxFindings(parts, blocks),
      nPages: null,
      tools: toolsNamed("fflate", "linkedom", "mammoth"),
      remarks: [
        ...annotationRemarks(parts),
        ...unreadRemarks(parts),
        ...tablesRemark(tables.length),
        ...imagesRemark(html.match(/<img\b/gu)?.length ?? 0),
      ],
    },
  };
}

/** The document as HTML; `null` if it cannot be read. mammoth gets the parts that were unpacked within the limit, and no others. */
async function convert(parts: Parts): Promise<string | null> {
  const accepted = [...parts].map(([name, bytes]): [string, Uint8Array] => [
    name,
    uncover(name, acceptMoves(name, bytes)),
  ]);
  const buffer = Buffer.from(zipSync(Object.fromEntries(accepted), { level: 0, mtime: EPOCH }));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** Nobody sees the time of the archive that mammoth reads. */
const EPOCH = "1980-01-01";

function runningHeads(parts: Parts): Dropped[] {
  return [...parts].flatMap(([name, bytes]): Dropped[] => {
    if (!/^word\/(?:header|footer)\d*\.xml$/u.test(name)) return [];
    const xml = new TextDecoder().decode(bytes);
    const text = tidyText(
      [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<|<\/w:p>/gu)].map(([, run = " "]) => run).join(""),
    );
    return text === "" ? [] : [{ text, page: null, rule: "running-head" }];
  });
}

function annotationRemarks(parts: Parts): Remark[] {
  const { inserted, deleted, comments } = countAnnotations(parts);
  const changes = inserted + deleted;
  return [
    ...(changes === 0
      ? []
      : [{ code: "tracked-changes", page: null, detail: `${inserted} insertions, ${deleted} deletions` }]),
    ...(comments === 0 ? [] : [{ code: "comments", page: null, detail: String(comments) }]),
  ];
}
