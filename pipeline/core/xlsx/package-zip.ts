import { strToU8, Zip } from "fflate";
import { DeflatedEntry } from "#pipeline/core/deflated-entry.ts";
import { zipEpoch } from "#pipeline/core/zip-epoch.ts";

/** A workbook is small and often copied, so it is compressed as well as possible. */
const LEVEL = 9;

/** Writes the parts of a package to a zip file, one after the other, without keeping a whole part in memory. */
export class PackageZip {
  readonly #zip: Zip;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      write(bytes);
    });
  }

  /** Each block of the part is compressed on its own. */
  add(path: string, blocks: Iterable<string>): void {
    const part = new DeflatedEntry(path, LEVEL);
    part.mtime = zipEpoch();
    this.#zip.add(part);
    for (const block of blocks) {
      part.push(strToU8(block), false);
      part.endBlock();
    }
    part.push(new Uint8Array(), true);
  }

  end(): void {
    this.#zip.end();
  }
}
