/** The width of a letter as a share of the size: that of a wide bold font, so that a text never leaves its box. */
const WIDTH_OF_LETTER = 0.7;

/** How wide a text will be at most, as its fonts are not known. */
export const textWidth = (text: string, size: number) => [...text].length * size * WIDTH_OF_LETTER;

/** Breaks a text at spaces into lines of at most so many letters; a longer word has a line of its own. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
