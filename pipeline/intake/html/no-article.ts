import type { MarkedBlock } from "../markup/blocks-of.ts";
import type { DomDocument } from "../markup/dom.ts";
import type { Refusal } from "../taken-in.ts";
import type { Article } from "./article.ts";
import { jsonLdItems } from "./json-ld.ts";
import { lettersOf } from "./letters-of.ts";

/** Letters of an article's paragraphs. Two or three sentences have so many; a list of links or an empty page has not. */
const LEAST_LETTERS = 200;
/** If more of the letters are in links, the page leads to articles. Encyclopedias, which link most, stay below 0.4. */
const MOST_LINKED = 0.6;
/** A page behind a paywall shows an opening of one to three paragraphs. */
const LONGEST_STUB = 2000;
/** If more of the letters are about consent, nothing but a notice was served. */
const MOST_CONSENT = 0.5;
/** A long text on cookies is an article about them. */
const LONGEST_NOTICE = 3000;

const PAYWALL =
  /subscribe (?:now )?to (?:continue|read|unlock)|to continue reading|this is a premium (?:article|story)|to read the (?:full|whole|entire) (?:article|story)|already a subscriber|subscribers? only|this (?:article|content) is (?:for|reserved|available to) (?:our )?(?:subscribers|members)|log in to (?:read|continue)|réservée? (?:à nos|aux) abonnés|déjà abonnée?|abonnez-vous pour|pour lire la suite|il vous reste \d+\s?% de (?:cet|l.)\s?article/iu;
const CONSENT =
  /\b(?:cookies?|consent|your privacy|legitimate interest|advertising partners|nos partenaires|vos données personnelles|consentement|traceurs)\b/iu;
const NEEDS_SCRIPT = /enable javascript|javascript is (?:disabled|required)|activer javascript|checking your browser/iu;

/** Why a page is no article: nothing but navigation, the opening of an article, or a question for consent. */
export function findNoArticle(page: DomDocument, { kept, dropped }: Article): Refusal | null {
  const refuse = (detail: string): Refusal => ({ code: "html-no-article", detail });
  const letters = lettersOf(kept);
  if (letters > 0 && letters <= LONGEST_NOTICE && consentIn(kept) > letters * MOST_CONSENT)
    return refuse("cookie-wall");
  const isPaid = isDeclaredPaid(page) || [...kept, ...dropped].some(({ text }) => PAYWALL.test(text));
  if (isPaid && letters <= LONGEST_STUB) return refuse("paywall");
  const prose = lettersOf(kept.filter(({ kind }) => kind !== "heading"));
  const isScripted = prose < LEAST_LETTERS && NEEDS_SCRIPT.test(page.body.textContent ?? "");
  if (isScripted) return refuse("script");
  const linked = kept.reduce((sum, block) => sum + block.linked, 0);
  return prose < LEAST_LETTERS || linked > letters * MOST_LINKED ? refuse("navigation") : null;
}

/** Letters of the sentences that are about consent. */
const consentIn = (blocks: readonly MarkedBlock[]) =>
  blocks
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s/u))
    .filter((sentence) => CONSENT.test(sentence))
    .reduce((sum, sentence) => sum + sentence.length, 0);

/** As search engines ask for it (schema.org/isAccessibleForFree). */
const isDeclaredPaid = (page: DomDocument) =>
  jsonLdItems(page).some(({ isAccessibleForFree: free }) => free === false || /^false$/iu.test(String(free)));
