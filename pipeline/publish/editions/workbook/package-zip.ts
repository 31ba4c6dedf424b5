import { strToU8, Zip } from "fflate";
import { DeflatedEntry } from "#pipeline/publish/editions/deflated-entry.ts";
import { LEVEL, zipEpoch } from "#pipeline/publish/editions/zip.ts";

/** In characters. Pieces are longer than a row, because each call of the compressor takes time. */
const PIECE = 65_536;

/**
 * Writes the parts of a package to a zip file, one after the other, without keeping a whole part in memory.
 * */
export class PackageZip {
  readonly #zip: Zip;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      write(bytes);
    });
  }

  add(path: string, texts: Iterable<string>): void {
    const part = new DeflatedEntry(path, LEVEL);
    part.mtime = zipEpoch();
    this.#zip.add(part);
    let piece = "";
    for (const text of texts) {
      piece += text;
      if (piece.length < PIECE) continue;
      part.push(strToU8(piece), false);
      piece = "";
    }
    part.push(strToU8(piece), true);
  }

  end(): void {
    this.#zip.end();
  }
}
