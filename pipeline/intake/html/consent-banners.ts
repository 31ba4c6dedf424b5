import { blocksOf } from "../markup/blocks-of.ts";
import { type DomDocument, type DomElement, namesOf } from "../markup/dom.ts";
import { lettersOf } from "./letters-of.ts";

/** Elements that lie over a page. */
const OVERLAYS = "[role=dialog], [role=alertdialog], [aria-modal=true], dialog";
/** Elements that a banner is made of; a heading or a paragraph may have such a name from its words. */
const NAMED = "div, section, aside, form, footer";
/** Names of questions for consent, and of programs that ask them. Names of keywords and topics are of articles. */
const CONSENT =
  /(?<!(?:tag|category|topic|cat)-[\w-]*)(?:cookie|consent|gdpr|rgpd|dsgvo|(?:^|[\s_-])cmp(?:lz)?(?=$|[\s_-]))/iu;
/** What has more of the letters of a page is the page, or the notice is all that was served. */
const MOST_LETTERS = 0.5;

/** The banners and dialogs that lie over a page, the outermost ones. */
export function consentBanners(page: DomDocument): DomElement[] {
  const most = lettersIn(page.body) * MOST_LETTERS;
  const banners: DomElement[] = [];
  for (const element of page.body.querySelectorAll(`${OVERLAYS}, ${NAMED}`)) {
    if (banners.at(-1)?.contains(element) === true || !isOverlay(element)) continue;
    if (lettersIn(element) <= most) banners.push(element);
  }
  return banners;
}

function isOverlay(element: DomElement): boolean {
  if (element.matches(OVERLAYS)) return true;
  return CONSENT.test(namesOf(element)) && element.closest("article, main") === null;
}

const lettersIn = (element: DomElement) => lettersOf(blocksOf(element, { skipped: new Set() }));
