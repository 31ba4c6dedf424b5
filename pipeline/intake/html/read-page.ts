import { blocksOf } from "../markup/blocks-of.ts";
import { type DomDocument, parseMarkup } from "../markup/dom.ts";
import { tidyText } from "../tidy-text.ts";
import { lettersOf } from "./letters-of.ts";

/** Shorter words for readers without scripts are a request to allow them, or a caption. */
const LEAST_LETTERS = 500;

/** Parses a page, with the text that its scripts would show: some programs have it in a `noscript` beside the script. */
export function readPage(html: string): DomDocument {
  const page = parseMarkup(html);
  const shown = [...page.body.querySelectorAll("noscript")].map((element) => {
    const opened = page.createElement("div");
    opened.innerHTML = element.innerHTML;
    return { element, opened, blocks: blocksOf(opened, { skipped: new Set() }) };
  });
  const long = shown.filter(({ blocks }) => lettersOf(blocks) >= LEAST_LETTERS);
  if (long.length === 0) return page;
  // A page that a browser saved has the text twice.
  const seen = tidyText(
    blocksOf(page.body, { skipped: new Set() })
      .map(({ text }) => text)
      .join(" "),
  );
  for (const { element, opened, blocks } of long)
    if (!blocks.some(({ text }) => text.length >= LONG_BLOCK && seen.includes(text))) element.replaceWith(opened);
  return page;
}

/** A block of this length that is in two places is one text. */
const LONG_BLOCK = 80;
