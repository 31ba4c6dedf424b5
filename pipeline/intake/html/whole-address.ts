import type { DomDocument } from "../markup/dom.ts";

const WHOLE = /^https?:\/\/\S+$/iu;

/**
 * The address that a page means by one without a host, as HTML has it: seen from the `base` of the page, or else from the
 * address that it names as its own. An address that cannot be resolved stays as it is.
 */
export function wholeAddress(address: string, page: DomDocument): string {
  const given = address.trim();
  if (given === "" || WHOLE.test(given)) return given;
  const bases = [
    page.querySelector("base[href]")?.getAttribute("href"),
    page.querySelector("meta[property='og:url']")?.getAttribute("content"),
  ];
  const base = bases.find((each) => WHOLE.test(each?.trim() ?? ""))?.trim();
  return (base !== undefined && URL.canParse(given, base) && new URL(given, base).href) || given;
}
