import { describe, expect, it } from "vitest";
import { htmlMetadata } from "#pipeline/intake/html/metadata.ts";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";

const metadataOf = (head: string, body = "") =>
  htmlMetadata(parseMarkup(`<html><head>${head}</head><body>${body}</body></html>`));
const findings = async (head: string, body = "") => metadataOf(head, body).metadata;
const valuesOf = async (field: string, head: string, body = "") =>
  (await findings(head, body)).filter((found) => found.field === field).map(({ value }) => value);
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("htmlMetadata", () => {
  it("puts JSON-LD before meta, and meta before elements, and keeps all of them", async () => {
    const head = `<title>Of the element</title><meta property="og:title" content="Of the meta">${jsonLd({ "@type": "NewsArticle", headline: "Of JSON-LD" })}`;
    expect(await findings(head)).toEqual([
      { field: "title", value: "Of JSON-LD", where: "NewsArticle.headline", means: "json-ld" },
      { field: "title", value: "Of the meta", where: "meta og:title", means: "meta" },
      { field: "title", value: "Of the element", where: "title", means: "element" },
    ]);
  });

  it("reads names of authors and publishers, also where JSON-LD only points to them", async () => {
    const graph = {
      "@graph": [
        {
          "@type": "Article",
          author: [{ "@type": "Person", name: "Ama Example" }, { "@id": "#b" }],
          publisher: "A house",
        },
        { "@type": "Person", "@id": "#b", name: "B. Model" },
      ],
    };
    expect(await valuesOf("authors", jsonLd(graph))).toEqual(["Ama Example", "B. Model"]);
    expect(await valuesOf("publisher", jsonLd(graph))).toEqual(["A house"]);
  });

  it("skips JSON-LD that is broken, and reads the rest", async () => {
    const broken = '<script type="application/ld+json">{"@type": "Article",, }</script>';
    expect(await valuesOf("title", `${broken}${jsonLd({ "@type": "Article", name: "A name" })}`)).toEqual(["A name"]);
  });

  it.each([
    "PT15M",
    "1970-01-01",
    "1970-01-01T00:00:00Z",
    "1969-12-31T19:00:00-05:00",
    "2021-22",
    "2023-02-30",
    "13 November 2023",
    "2023-11",
  ])("takes %s for no date", async (value) => {
    const head = `<meta property="article:published_time" content="${value}">${jsonLd({ "@type": "Article", datePublished: value })}`;
    expect(await valuesOf("date_published", head, `<time pubdate datetime="${value}"></time>`)).toEqual([]);
  });

  it("takes the day of a date as its author's clock had it", async () => {
    const head = '<meta property="article:published_time" content="2023-11-13T23:30:00-05:00">';
    expect(await valuesOf("date_published", head)).toEqual(["2023-11-13"]);
  });

  it("reads JSON-LD with line ends in its strings, and references to characters", async () => {
    const head =
      '<script type="application/ld+json">{"@type": "Article", "headline": "L&#8217;\ninvented &amp; one"}</script>';
    expect(await valuesOf("title", head)).toEqual(["L’ invented & one"]);
  });

  it("takes the article that is the page's own, where JSON-LD describes several", async () => {
    const article = (headline: string, datePublished: string) => ({ "@type": "NewsArticle", headline, datePublished });
    const head = jsonLd([
      article("Another invented story", "2001-01-01"),
      article("The invented market", "2002-02-02"),
    ]);
    expect(await valuesOf("date_published", head, "<h1>The invented market</h1>")).toEqual(["2002-02-02"]);
    expect(await valuesOf("date_published", `<title>The invented market – A paper</title>${head}`)).toEqual([
      "2002-02-02",
    ]);
    expect(await valuesOf("date_published", head, "<h1>Something else</h1>")).toEqual([]);
  });

  it("takes names without the word before them, and no users of a system", async () => {
    const head = ["By Ama Example", "Par : Bo Model", "Byron Model", "admin"].map(
      (name) => `<meta name="author" content="${name}">`,
    );
    expect(await valuesOf("authors", head.join(""))).toEqual(["Ama Example", "Bo Model", "Byron Model"]);
    const body = '<p itemprop="author"><b itemprop="name">Cy Example</b>, a <i itemprop="jobTitle">reporter</i></p>';
    expect(await valuesOf("authors", "", body)).toEqual(["Cy Example"]);
  });

  it("takes nothing from parts about other articles", async () => {
    const part = '<time pubdate datetime="2020-01-02"></time><b itemprop="author">Bo Model</b>';
    const body = `<aside>${part}</aside><div class="wide related-posts">${part}</div><ol class="comment-list">${part}</ol>`;
    expect(await findings("", body)).toEqual([]);
  });

  it.each([
    ["dates-differ: 2023-11-13, dates-differ: 2023-11-14", "2023-11-13T23:30:00-05:00", "2023-11-14T04:30:00Z"],
    ["date-near-midnight: 2023-11-13T23:30:00Z", "2023-11-13T23:30:00Z", "2023-11-13"],
    ["", "2023-11-13T00:00:00Z", "2023-11-13T12:00:00+00:00"],
    ["", "2023-11-13T23:30:00+01:00", "2023-11-13"],
  ])("remarks of a day of publication: %s", (remarks, first, second) => {
    const head = [first, second].map((time) => `<meta property="article:published_time" content="${time}">`).join("");
    expect(
      metadataOf(head)
        .remarks.map(({ code, detail }) => `${code}: ${detail}`)
        .join(", "),
    ).toBe(remarks);
  });

  it("takes the lines of a title apart", async () => {
    expect(await valuesOf("title", "", "<h1>A series<br/>of changes</h1>")).toEqual(["A series of changes"]);
  });

  it("takes a time of the page only if it is named as that of publication", async () => {
    const body =
      '<time datetime="2020-01-02">an event</time><time class="entry-date published" datetime="2023-11-13"></time>';
    expect(await valuesOf("date_published", "", body)).toEqual(["2023-11-13"]);
  });

  it("takes two letters of a language, whole addresses, and no address for an author", async () => {
    const head =
      '<meta property="og:locale" content="fr_FR"><meta property="article:author" content="https://example.org/a"><link rel="canonical" href="/here"><link rel="canonical" href="https://example.org/x">';
    expect(await valuesOf("language", head)).toEqual(["fr"]);
    expect(await valuesOf("authors", head)).toEqual([]);
    expect(await valuesOf("url", head)).toEqual(["https://example.org/x"]);
    const base = '<base href="https://example.org/part/"><link rel="canonical" href="/here">';
    expect(await valuesOf("url", base)).toEqual(["https://example.org/here"]);
  });
});
