/** Browsers go about 500 levels deep. Finding the article takes time that grows with the square of the depth. */
export const DEEPEST_SEARCHED = 1000;
/** Deeper pages are not even parsed. */
export const DEEPEST_PARSED = 20_000;

/** Elements that have no end tag, or may leave it out (HTML, section 13.1.2.4). */
const WITHOUT_END = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt html head body"
  ).split(" "),
);

/** What has no elements in it, or a tag. Each match ends before the next one begins, so that the time grows with the length. */
const TOKEN = /<!--.*?(?:-->|$)|<(script|style)\b.*?(?:<\/\1|$)|<(\/?)([a-z][^\s<>/]*)([^<>]*)/gisu;

/** Whether elements are in one another deeper than so many levels. Looks at the tags alone, without parsing. */
export function isNestedDeeper(html: string, levels: number): boolean {
  const open: string[] = [];
  for (const [, , slash, tag, rest] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    if (name === undefined || WITHOUT_END.has(name) || rest?.endsWith("/") === true) continue;
    if (slash === "") open.push(name);
    else {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
    }
    if (open.length > levels) return true;
  }
  return false;
}
