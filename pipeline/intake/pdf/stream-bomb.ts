import { Unzlib } from "fflate";
import type { Refusal } from "#pipeline/intake/taken-in.ts";

/**
 * Bytes of one stream, decompressed: what a page draws or a font has, a picture or an attached file, and all together.
 * pdf.js has no such limits. The drawing of a detailed map has some 10 MB.
 */
const MOST = { drawing: 32 * 2 ** 20, picture: 256 * 2 ** 20, all: 2 ** 31 };
/** The dictionary of a stream stands before it, and is at most so long. */
const DICTIONARY = 2000;
/** A stream may be compressed several times over. */
const DEEPEST = 4;

/** Refuses a PDF with a compressed stream that would fill the memory; `null` if there is none. Encrypted streams do not show. */
export function findStreamBomb(bytes: Uint8Array): Refusal | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = MOST.all;
  for (let at = startOfStream(file, 0); at !== null; at = startOfStream(file, at)) {
    if (!isCompressed(file, at)) continue;
    const most = Math.min(left, isPicture(file, at) ? MOST.picture : MOST.drawing);
    const length = lengthOf(file.subarray(at), most);
    if (length > most) return { code: "pdf-bomb", detail: `more than ${most / 2 ** 20} MB` };
    left -= length;
  }
  return null;
}

/** Where the content of the next stream begins. */
function startOfStream(file: Buffer, from: number): number | null {
  const keyword = file.indexOf("stream", from);
  if (keyword < 0) return null;
  const at = keyword + "stream".length;
  return at + (file[at] === 13 ? 1 : 0) + (file[at] === 10 || file[at + 1] === 10 ? 1 : 0);
}

/** Whether the two bytes are the header of zlib: RFC 1950, 2.2. */
function isCompressed(data: Uint8Array, at: number): boolean {
  const [method = 0, flags = 0] = data.subarray(at, at + 2);
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

function isPicture(file: Buffer, at: number): boolean {
  const before = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
  return /\/Subtype\s*\/Image|\/Type\s*\/EmbeddedFile/u.test(before.slice(before.lastIndexOf(" obj")));
}

/** Bytes that are decompressed at once. A stream has ended when so many chunks bring nothing more. */
const CHUNK = 16 * 1024;
const SILENT = 4;

/** How many bytes a stream has when it is decompressed, as far as it can be; more than `most` if it is larger. */
function lengthOf(stream: Uint8Array, most: number, depth = 1): number {
  let length = 0;
  const chunks: Uint8Array[] = [];
  const unzlib = new Unzlib((chunk) => {
    length += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0, silent = 0; at < stream.length && length <= most && silent < SILENT; at += CHUNK) {
      const before = length;
      unzlib.push(stream.subarray(at, at + CHUNK), at + CHUNK >= stream.length);
      silent = length > before ? 0 : silent + 1;
    }
  } catch {
    // What comes before the damage counts: pdf.js reads it, too.
  }
  if (length > most || depth === DEEPEST) return length;
  const content = Buffer.concat(chunks);
  return isCompressed(content, 0) ? length + lengthOf(content, most, depth + 1) : length;
}
