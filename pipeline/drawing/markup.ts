/** SVG markup in which every text and attribute is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Child = Markup | string | null | readonly Child[];
/** An attribute that is `null` is left out. */
type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of SVG. Numbers are rounded to a tenth of a pixel, so that every computer writes the same bytes. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeText(typeof value === "number" ? rounded(value) : String(value))}"`);
  const open = `<${name}${written.join("")}`;
  const content = children.map(textOf).join("");
  return new Markup(content === "" ? `${open}/>` : `${open}>${content}</${name}>`);
}

/** `12.3`; never `-0`. */
const rounded = (value: number) => String(Number(value.toFixed(1)) + 0);

function textOf(child: Child): string {
  if (child === null) return "";
  if (typeof child === "string") return escapeText(child);
  return child instanceof Markup ? child.text : child.map(textOf).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters may not stand in XML at all. */
const escapeText = (text: string) =>
  text
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "");
