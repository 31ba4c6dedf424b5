import { withoutAccents } from "./without-accents.ts";

/** A text without accents, and for each of its places and its end, the place in the text with them. */
export interface PlainText {
  readonly plain: string;
  readonly placeOf: (at: number) => number;
}

/** The text in plain letters of the same case. Most texts have as many of them with accents as without. */
export function plainOffsets(text: string): PlainText {
  const plain = withoutAccents(text);
  const parts = [...text].map(withoutAccents);
  if (parts.every((part, at) => part.length === text[at]?.length)) return { plain, placeOf: (at) => at };
  const places: number[] = [];
  let place = 0;
  for (const letter of text) {
    for (let at = 0; at < withoutAccents(letter).length; at += 1) places.push(place);
    place += letter.length;
  }
  return { plain: parts.join(""), placeOf: (at) => places[at] ?? text.length };
}
