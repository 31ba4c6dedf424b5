/** The names of U+00A0 to U+00FF in HTML (HTML 4.01, section 24.2.1), in their order. */
const LATIN_1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave " +
  "Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc " +
  "Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc " +
  "iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
).split(" ");

/** The others that prose needs (sections 24.3 and 24.4). */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.map((name, at): [string, string] => [name, String.fromCodePoint(0xa0 + at)]),
  ...Object.entries({
    ...{
      amp: "&",
      lt: "<",
      gt: ">",
      quot: '"',
      apos: "'",
      OElig: "Œ",
      oelig: "œ",
      Scaron: "Š",
      scaron: "š",
      Yuml: "Ÿ",
    },
    ...{ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", hellip: "…", bull: "•", euro: "€" },
    ...{ zwnj: "\u200C", zwj: "\u200D", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009" },
  }),
]);

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/giu;

/** The character that a reference stands for; `null` if HTML has no such name or number. */
function referred(decimal: string | undefined, hex: string | undefined, name: string | undefined): string | null {
  if (name !== undefined) return NAMED.get(name) ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

export interface Entity {
  /** As written, such as `&ocirc;`. */
  readonly character: string;
  /** The word in which it is, with the characters that are meant. */
  readonly meant: string;
}

/** The first character of a text that is written as in HTML; `null` if there is none. */
export function findEntity(text: string): Entity | null {
  for (const [character, decimal, hex, name] of text.matchAll(ENTITY)) {
    if (referred(decimal, hex, name) === null) continue;
    const word = text.split(/\s/u).find((part) => part.includes(character)) ?? character;
    return { character, meant: decodeEntities(word).replaceAll("\u00A0", " ").replaceAll("\u00AD", "") };
  }
  return null;
}

/** A text with the characters that its references stand for. Others stay as they are. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(ENTITY, (entity, decimal, hex, name) => referred(decimal, hex, name) ?? entity);
