import { MAIN, textElement, XML_START } from "./xml-text.ts";

/** About 32 MB, whatever the texts are: a character takes up to two bytes, an entry of the map about as many as 50. */
const ROOM = 16_000_000;
const ENTRY = 50;

/**
 * The texts that cells of the workbook point at, each once. Cells repeat codes, ids and names, so this halves the work
 * and the file. When the room is used up, `indexOf` knows no new text, and the cell has to hold its text itself.
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
