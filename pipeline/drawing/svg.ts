const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text for an element or a quoted attribute of SVG. */
export const escapeXml = (text: string) => text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);

/** Two decimals: finer ones are not seen, and may differ from one machine to the next. */
export const rounded = (number: number) => Math.round(number * 100) / 100 + 0;
