import { Inflate } from "fflate";
import type { Refusal } from "../taken-in.ts";
import { crc32 } from "./crc32.ts";
import { type ZipEntry, zipEntries } from "./zip-entries.ts";

/** Bytes of all parts together, decompressed. A document of this size has some hundred thousand pages. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Entries of an archive; a long book has some thousands. */
const MOST_ENTRIES = 20_000;

export type Parts = ReadonlyMap<string, Uint8Array>;
export type Unzipped = { readonly parts: Parts } | Refusal;

interface Wanted {
  /** Which parts are needed; others stay packed. */
  readonly isNeeded: (name: string) => boolean;
  /** The refusal of an archive that is cut off or damaged. */
  readonly damaged: Refusal;
  readonly encrypted: Refusal;
  readonly mostBytes?: number;
}

/**
 * The needed parts of an archive by their name. What comes out is counted while it is decompressed, whatever the archive
 * says of its size, and the work stops at the limit: a small file cannot fill the memory.
 */
export function unzip(bytes: Uint8Array, wanted: Wanted): Unzipped {
  const entries = zipEntries(bytes);
  if (entries === null) return wanted.damaged;
  if (entries.length > MOST_ENTRIES) return { code: "zip-bomb", detail: `${entries.length} entries` };
  const needed = entries.filter(({ name }) => wanted.isNeeded(name));
  if (needed.some(({ isEncrypted }) => isEncrypted)) return wanted.encrypted;
  let left = wanted.mostBytes ?? MOST_BYTES;
  const parts = new Map<string, Uint8Array>();
  for (const entry of needed) {
    const content = contentOf(entry, left);
    if (content === "too-large") return { code: "zip-bomb", detail: entry.name };
    if (content === null || crc32(content) !== entry.crc) return { ...wanted.damaged, detail: entry.name };
    left -= content.length;
    parts.set(entry.name, content);
  }
  return { parts };
}

const CHUNK = 16 * 1024;

function contentOf({ method, packed }: ZipEntry, most: number): Uint8Array | "too-large" | null {
  if (method === 0) return packed.length > most ? "too-large" : packed;
  if (method !== 8) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += CHUNK)
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    return null;
  }
  return length > most ? "too-large" : Buffer.concat(chunks);
}
