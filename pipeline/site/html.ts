/** Markup that is safe to put into a page: made by `html`, or by a drawing. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: a text is escaped; `null`, `false` and `""` leave nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/**
 * A template of a page: `` html`<p>${text}</p>` ``. Texts are escaped for an element or a quoted attribute, so nothing
 * from the data can run. Lists are joined without a separator.
 */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => {
  let markup = parts[0] ?? "";
  for (let at = 0; at < pieces.length; at++) markup += markupOf(pieces[at]) + (parts[at + 1] ?? "");
  return new Html(markup);
};

function markupOf(piece: Piece): string {
  if (typeof piece === "string") return escapeText(piece);
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === "number") return String(piece);
  if (piece === null || piece === undefined || piece === false) return "";
  return piece.map(markupOf).join("");
}

/** Pieces with a separator between them; empty pieces are left out. */
export const joined = (pieces: readonly Piece[], separator: string): Piece =>
  pieces
    .filter((piece) => piece !== "" && piece !== null && piece !== undefined && piece !== false)
    .flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece]));

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A carriage return would come out as a line feed.
  "\r": "&#13;",
};

/** The words of markup, without its tags. Attributes only repeat what the words say. */
export const wordsOfMarkup = ({ markup }: Html): string =>
  markup
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/&(?:amp|lt|gt|quot|#39|#13);/gu, (entity) => CHARACTERS.get(entity) ?? entity);

const CHARACTERS = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]));

/** Most texts have nothing to escape, which is seen faster than replaced. */
const escapeText = (text: string) =>
  /[&<>"'\r]/u.test(text) ? text.replaceAll(/[&<>"'\r]/gu, (character) => ENTITIES[character] ?? character) : text;
