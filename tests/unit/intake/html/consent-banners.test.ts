import { describe, expect, it } from "vitest";
import { consentBanners } from "#pipeline/intake/html/consent-banners.ts";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";
import { aSentence, someSentences, taken, textsOf } from "#tests/builders/intake.ts";

const NOTICE = `This site uses cookies. ${someSentences(20, 2)}`;
const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
const bannersOf = (banner: string, article = `<p>${someSentences(1, 9)}</p>`) =>
  consentBanners(parseMarkup(`<html><head></head><body><article>${article}</article>${banner}</body></html>`)).length;

describe("consentBanners", () => {
  it.each([
    ['<div id="cookie-notice">', 1],
    ['<aside class="widget widget_eu_cookie_law_widget">', 1],
    ['<div class="site-cmp">', 1],
    ['<div role="dialog">', 1],
    ['<div aria-modal="true">', 1],
    ['<div class="post tag-cookies category-gdpr">', 0],
    ['<div class="cmprss">', 0],
    ['<p id="informed-consent">', 0],
  ])("tells banners of %s", (tag, count) => {
    expect(
      bannersOf(
        `${tag}<div class="cookie-text">${NOTICE}</div>`.replace("cookie-text", count === 1 ? "cookie-text" : ""),
      ),
    ).toBe(count);
  });

  it("leaves parts of an article that are named for their subject, and what is most of the page", () => {
    expect(bannersOf("", `<p>${someSentences(1, 9)}</p><section id="consent">${aSentence(10)}</section>`)).toBe(0);
    expect(bannersOf(`<div role="dialog">${NOTICE}</div>`, "<p>A word.</p>")).toBe(0);
  });

  it("keeps a banner from being taken for the article, and lists it", async () => {
    const sentences = (first: number) => `<p>Cookies, ${aSentence(first)}, ${aSentence(first + 1)}</p>`;
    const banner = `<div><div class="widget_eu_law_cookie">${[20, 22, 24].map(sentences).join("")}</div></div>`;
    const article = `<div>${EIGHT.map((at) => `<div><p>${aSentence(at)}</p></div>`).join("")}</div>`;
    const page = `<html><head></head><body><nav><a href="/a">A place</a></nav>${article}${banner}</body></html>`;
    const result = await taken("html", page);
    expect(textsOf(result)).toEqual(EIGHT.map(aSentence));
    expect(result.dropped.filter(({ rule }) => rule === "banner")).toHaveLength(3);
  });
});
