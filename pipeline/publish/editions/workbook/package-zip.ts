import { strToU8, Zip } from "fflate";
import { DeflatedEntry } from "#pipeline/publish/editions/deflated-entry.ts";
import { LEVEL, zipEpoch } from "#pipeline/publish/editions/zip.ts";

/** In characters. Longer pieces than a row, for every piece that is compressed costs some time of its own. */
const PIECE = 65_536;

/**
 * Writes the parts of a package into a zip, one after the other, as their text comes: no part is ever held whole.
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
