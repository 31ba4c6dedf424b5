import type { Parts } from "../zip/unzip.ts";

/** Parts in which there is text of the document. Some programs number them. */
export const BODY = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/u;

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/**
 * A part in which moved text is like deleted text in its old place and like inserted text in its new one (ECMA-376,
 * part 1, sections 17.13.5.22 and 17.13.5.25): mammoth reads only these, and would lose what moved.
 */
export function acceptMoves(name: string, bytes: Uint8Array): Uint8Array {
  if (!BODY.test(name)) return bytes;
  const xml = textOf(bytes);
  if (!/<w:move(?:From|To)[\s>]/u.test(xml)) return bytes;
  const accepted = xml.replace(/(<\/?w:)moveTo(?=[\s>/])/gu, "$1ins").replace(/(<\/?w:)moveFrom(?=[\s>/])/gu, "$1del");
  return new TextEncoder().encode(accepted);
}

/** Tracked changes of words, and comments. */
export function countAnnotations(parts: Parts) {
  const body = [...parts].filter(([name]) => BODY.test(name)).map(([, bytes]) => textOf(bytes));
  const count = (texts: readonly string[], form: RegExp) =>
    texts.reduce((sum, text) => sum + (text.match(form)?.length ?? 0), 0);
  const comments = [...parts]
    .filter(([name]) => /^word\/comments\d*\.xml$/u.test(name))
    .map(([, bytes]) => textOf(bytes));
  return {
    inserted: count(body, /<w:(?:ins|moveTo)\s[^>]*[^/]>/gu),
    deleted: count(body, /<w:(?:del|moveFrom)\s[^>]*[^/]>/gu),
    comments: count(comments, /<w:comment\s/gu),
  };
}
