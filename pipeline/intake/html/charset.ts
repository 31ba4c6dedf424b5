import { decodeAs } from "../decode-as.ts";
import type { Remark } from "../taken-in.ts";
import { utf16Of } from "../utf16.ts";

export interface DecodedHtml {
  readonly html: string;
  readonly remarks: readonly Remark[];
}

/** A page must name its charset in its first 1,024 bytes (HTML, section 4.2.5.4); many do so later. */
const OPENING = 4096;

/**
 * Decodes a page: by its byte order mark, or as UTF-16 if it is that; else by the charset that the server or the page names, unless its bytes show
 * another one; else as UTF-8 if they are, or windows-1252. Whatever was corrected or assumed is a remark.
 */
export function decodeHtml(bytes: Uint8Array, ofHeader: string | null): DecodedHtml {
  const marked = hasUtf8Mark(bytes) ? "utf-8" : utf16Of(bytes);
  if (marked !== null) return { html: new TextDecoder(marked).decode(bytes), remarks: [] };
  const named = ofHeader ?? metaCharset(bytes);
  const declared = named === null ? null : canonical(named);
  const utf8 = asUtf8(bytes);
  const isAscii = !bytes.some((byte) => byte >= 0x80);
  if (utf8 !== null) {
    if (isAscii && declared !== null && !declared.startsWith("utf"))
      return { html: decodeAs(bytes, declared), remarks: [] };
    const isWrong = !isAscii && named !== null && declared !== "utf-8" && !declared?.startsWith("utf-16");
    return { html: utf8, remarks: isWrong ? [corrected(named, "UTF-8")] : [] };
  }
  if (declared !== null && !declared.startsWith("utf")) return { html: decodeAs(bytes, declared), remarks: [] };
  const lenient = decodeAs(bytes, "utf-8");
  if (isMostlyUtf8(lenient))
    return { html: lenient, remarks: [{ code: "charset-damaged", page: null, detail: countLost(lenient) }] };
  const html = decodeAs(bytes, "windows-1252");
  if (named !== null) return { html, remarks: [corrected(named, "windows-1252")] };
  return { html, remarks: [{ code: "charset-assumed", page: null, detail: "windows-1252" }] };
}

const corrected = (named: string, is: string): Remark => ({
  code: "charset-corrected",
  page: null,
  detail: `${named.slice(0, 40)} → ${is}`,
});

const hasUtf8Mark = ([first, second, third]: Uint8Array) => first === 0xef && second === 0xbb && third === 0xbf;

function metaCharset(bytes: Uint8Array): string | null {
  const opening = Buffer.from(bytes.subarray(0, OPENING)).toString("latin1");
  const [, ofMeta] = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(opening) ?? [];
  const [, ofXml] = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/iu.exec(opening) ?? [];
  return ofMeta ?? ofXml ?? null;
}

/** The name that the Encoding Standard has for a label, in small letters; `null` for an unknown one. */
function canonical(label: string): string | null {
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/gu, "")).encoding;
  } catch {
    return null;
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LOST = /\uFFFD/gu;

/** Whether more letters beyond ASCII are UTF-8 than not: then a few bytes are damaged. */
const isMostlyUtf8 = (lenient: string) =>
  (lenient.match(/[^\0-\u007F\uFFFD]/gu)?.length ?? 0) > (lenient.match(LOST)?.length ?? 0);
const countLost = (lenient: string) => String(lenient.match(LOST)?.length ?? 0);
