import type { Refusal } from "./taken-in.ts";
import type { Parts } from "./zip/unzip.ts";

/** Declares an entity, which may stand for others, or for a file or an address. */
const DECLARES = /<!ENTITY\b|<!DOCTYPE[^>[]*\[/iu;

/** A refusal if an XML part declares entities: office programs and makers of books never do. */
export function findEntityBomb(parts: Parts): Refusal | null {
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels|opf|ncx|x?html?)$/iu.test(name)) continue;
    // The declarations are at the beginning; UTF-16 is read as well as its letters without the zeros.
    const opening = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1").replaceAll("\0", "");
    if (DECLARES.test(opening)) return { code: "entity-bomb", detail: name };
  }
  return null;
}
