import { MAIN, textElement, XML_START } from "./xml-text.ts";

/** About 32 MB for any texts: a character takes up to two bytes, and an entry of the map as much as about 50 characters. */
const ROOM = 16_000_000;
const ENTRY = 50;

/**
 * The texts that cells of the workbook refer to, each once. Cells often repeat codes, ids and names, so this halves the
 * time and the size of the file. When the space is used up, `indexOf` does not accept new texts, and the cell must
 * contain its text itself.
 */
export class SharedTexts {
  readonly #indexes = new Map<string, number>();
  #room: number;

  constructor(room = ROOM) {
    this.#room = room;
  }

  indexOf(text: string): number | undefined {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const taken = text.length + ENTRY;
    if (taken > this.#room) return undefined;
    this.#room -= taken;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  /** `xl/sharedStrings.xml`, complete once every sheet is written. */
  *xml(): Generator<string> {
    yield `${XML_START}<sst xmlns="${MAIN}" uniqueCount="${this.#indexes.size}">`;
    for (const text of this.#indexes.keys()) yield `<si>${textElement(text)}</si>`;
    yield "</sst>";
  }
}
