import { Zip } from "fflate";
import { DeflatedEntry } from "#pipeline/core/deflated-entry.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { zipEpoch } from "#pipeline/core/zip-epoch.ts";
import type { WriteBytes } from "./edition.ts";

/** A file for a zip file. Its chunks are read only when it is written. */
export interface ZipEntry {
  readonly path: string;
  readonly chunks: () => Iterable<Uint8Array>;
}

/** Formats that are already compressed. */
const COMPRESSED = /\.(parquet|xlsx)$/u;
/** For the files of a release, level 6 would take 50 % more time and save only 5 % of the size. */
const LEVEL = 4;
const LEVEL_OF_COMPRESSED = 1;

const BYTES_OF_A_BLOCK = 65_536;

/** A zip file that depends only on names and contents, not on the order of the files or the size of their chunks. */
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

/** The same bytes in blocks of equal size. Each block overwrites the one before it. */
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
