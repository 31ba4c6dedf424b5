import { ZipPassThrough } from "fflate";
import { Deflate, Z_OK } from "pako";

/** How zip names Deflate. */
const DEFLATE = 8;

/**
 * An entry of fflate's `Zip` that is compressed by pako. Streaming, fflate 0.8.3 writes binary files that nobody can
 * read: it refers to bytes before the first one (github.com/101arrowz/fflate/issues/260). And unlike node:zlib, pako
 * gives the same bytes on every version of Node.
 */
export class DeflatedEntry extends ZipPassThrough {
  override compression = DEFLATE;
  readonly #deflate: Deflate;
  #isEnd = false;

  constructor(path: string, level: 1 | 4) {
    super(path);
    this.#deflate = new Deflate({ level, raw: true });
    this.#deflate.onData = (bytes) => this.ondata(null, bytes, false);
    this.#deflate.onEnd = (status) => {
      if (status !== Z_OK) throw new Error(`${path} could not be compressed: zlib's status is ${status}.`);
      this.#isEnd = true;
    };
  }

  protected override process(chunk: Uint8Array, final: boolean): void {
    this.#deflate.push(chunk, final);
    if (this.#isEnd) this.ondata(null, new Uint8Array(), true);
  }
}
