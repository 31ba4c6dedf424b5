import type { Remark } from "../taken-in.ts";
import type { Parts } from "../zip/unzip.ts";
import { BODY } from "./revisions.ts";

/**
 * Elements around words that mammoth leaves out with them: fields, directions of writing, and shapes other than rectangles
 * (ECMA-376, part 1, sections 17.16.19, 17.3.2.3 and 17.3.2.8; part 4, section 19.1.2).
 */
const AROUND = /<\/?w:(?:fldSimple|dir|bdo)(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?>/gu;
const SHAPE = /(<\/?v:)(?:oval|polyline|arc|curve)(?=[\s>/])/gu;
/** A break of a line by its other name. */
const BREAK = /<w:cr(?:\s[^>]*)?\/>/gu;

/** A part as mammoth reads all of its words. */
export function uncover(name: string, bytes: Uint8Array): Uint8Array {
  if (!BODY.test(name)) return bytes;
  const xml = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(xml.replace(AROUND, "").replace(SHAPE, "$1rect").replace(BREAK, "<w:br/>"));
}

/** What has words that are not read. */
const UNREAD: readonly (readonly [element: RegExp, words: string])[] = [
  [/<m:oMath[\s>]/u, "formulas"],
  [/<w:altChunk[\s>]/u, "a document inside the document"],
  [/<w:ruby[\s>]/u, "letters with a reading beside them"],
];

export function unreadRemarks(parts: Parts): Remark[] {
  const body = [...parts].filter(([name]) => BODY.test(name)).map(([, bytes]) => new TextDecoder().decode(bytes));
  return UNREAD.filter(([element]) => body.some((xml) => element.test(xml))).map(([, detail]) => ({
    code: "unread",
    page: null,
    detail,
  }));
}
