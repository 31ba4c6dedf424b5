import { hasEscapeLookalike, MAIN, textElement, XML_START } from "./xml-text.ts";

/** About 2 MB for any texts: a character takes up to two bytes, and an entry of the map as much as about 50 characters. */
const ROOM = 1_000_000;
const ENTRY = 50;

/**
 * The few texts that cells refer to by number, because they look like an escape: openpyxl 3.1.5 reads `_x0041_` right in
 * a list of shared texts, but not in a cell. Every other cell contains its text itself. If all texts were shared, one new
 * text would change the numbers in many cells, and Git could not store the next release as a small difference.
 */
export class SharedTexts {
  readonly #indexes = new Map<string, number>();
  #room: number;

  constructor(room = ROOM) {
    this.#room = room;
  }

  /** The number of the text; `undefined` if the cell must contain it, as nearly always, or if the space is used up. */
  indexOf(text: string): number | undefined {
    if (!hasEscapeLookalike(text)) return undefined;
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
  xml(): string {
    const items = [...this.#indexes.keys()].map((text) => `<si>${textElement(text)}</si>`);
    return `${XML_START}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}
