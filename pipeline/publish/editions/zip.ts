import { Zip } from "fflate";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { DeflatedEntry } from "./deflated-entry.ts";
import type { WriteBytes } from "./edition.ts";

/** A file of a zip, read when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly chunks: () => Iterable<Uint8Array>;
}

/** Formats that are compressed inside. */
const COMPRESSED = /\.(parquet|xlsx)$/u;
/** On the files of a release, level 6 takes half as much time again and saves 5 %. */
export const LEVEL = 4;
const LEVEL_OF_COMPRESSED = 1;

const BYTES_OF_A_BLOCK = 65_536;

/**
 * The first moment that a zip file can name. fflate takes it by the local clock's calendar, so it is built from
 * local parts, in the zone that is in force: the bytes are the same in every time zone.
 */
export const zipEpoch = () => new Date(1980, 0, 1);

/** A zip file that depends on names and contents alone, not on the order of the files or on where their chunks end. */
export function writeZip(files: Iterable<ZipEntry>, write: WriteBytes): void {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  for (const { path, chunks } of [...files].sort((a, b) => byCodeUnit(a.path, b.path))) {
    const entry = new DeflatedEntry(path, COMPRESSED.test(path) ? LEVEL_OF_COMPRESSED : LEVEL);
    entry.mtime = zipEpoch();
    zip.add(entry);
    for (const block of blocksOf(chunks())) entry.push(block);
    entry.push(new Uint8Array(), true);
  }
  zip.end();
}

/** The same bytes in blocks of one size. Each block is overwritten by the next. */
function* blocksOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const block = new Uint8Array(BYTES_OF_A_BLOCK);
  let filled = 0;
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + block.length - filled);
      block.set(part, filled);
      filled += part.length;
      start += part.length;
      if (filled < block.length) continue;
      yield block;
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** Raised like an edition's, whenever the same files give another archive. */
export const ARCHIVE_FORMAT = 2;
