import { ZipPassThrough } from "fflate";
import { Deflate, Z_FULL_FLUSH, Z_OK } from "pako";

/** The number of the Deflate method in a zip file. */
const DEFLATE = 8;

/**
 * An entry of fflate's `Zip` that pako compresses. When streaming, fflate 0.8.3 writes corrupt entries for some binary
 * files, with references to bytes before the first one (github.com/101arrowz/fflate/issues/260). Unlike node:zlib, pako
 * produces the same bytes on every version of Node.
 */
export class DeflatedEntry extends ZipPassThrough {
  override compression = DEFLATE;
  readonly #deflate: Deflate;
  #isEnd = false;

  constructor(path: string, level: 1 | 4 | 9) {
    super(path);
    this.#deflate = new Deflate({ level, raw: true });
    this.#deflate.onData = (bytes) => this.ondata(null, bytes, false);
    this.#deflate.onEnd = (status) => {
      if (status !== Z_OK) throw new Error(`${path} could not be compressed: zlib's status is ${status}.`);
      this.#isEnd = true;
    };
  }

  /**
   * Ends a block: what follows is compressed without reference to what came before. So a block with the same content
   * has the same bytes in every version of the file, and Git stores it once.
   */
  endBlock(): void {
    this.#deflate.push(new Uint8Array(), Z_FULL_FLUSH);
  }

  protected override process(chunk: Uint8Array, final: boolean): void {
    this.#deflate.push(chunk, final);
    if (this.#isEnd) this.ondata(null, new Uint8Array(), true);
  }
}
