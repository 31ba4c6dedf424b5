import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { findStreamBomb } from "#pipeline/intake/pdf/stream-bomb.ts";
import { takeInPdf } from "#pipeline/intake/pdf/take-in-pdf.ts";

/** A file with one stream, as far as its size shows. */
const aFile = (content: Uint8Array, dictionary = "") =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${content.length} >>\nstream\r\n`),
    content,
    Buffer.from("\nendstream\nendobj\n"),
  ]);

const MEGABYTE = 2 ** 20;
const bomb = deflateSync(Buffer.alloc(40 * MEGABYTE, "n "));

test("a small file whose drawing would fill the memory is refused before it is read", async () => {
  expect(await takeInPdf(aFile(bomb))).toMatchObject({ refusal: { code: "pdf-bomb" } });
});

test("a stream that is compressed twice, or damaged at its end, is no smaller", () => {
  expect(findStreamBomb(aFile(deflateSync(bomb)))).toMatchObject({ code: "pdf-bomb" });
  expect(findStreamBomb(aFile(bomb.subarray(0, -20)))).toMatchObject({ code: "pdf-bomb" });
});

test("a large picture, a small drawing and a damaged one are no bombs", () => {
  expect(findStreamBomb(aFile(bomb, "/Subtype /Image"))).toBeNull();
  expect(findStreamBomb(aFile(deflateSync(Buffer.alloc(MEGABYTE))))).toBeNull();
  expect(findStreamBomb(aFile(Buffer.from([0x78, 0x9c, 1, 2, 3])))).toBeNull();
});

test("the limit is for each stream, not for the one before", () => {
  const picture = aFile(deflateSync(Buffer.alloc(MEGABYTE)), "/Subtype /Image");
  expect(findStreamBomb(Buffer.concat([picture, aFile(bomb)]))).toMatchObject({ code: "pdf-bomb" });
});
