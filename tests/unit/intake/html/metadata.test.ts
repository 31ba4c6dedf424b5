import { describe, expect, it } from "vitest";
import { htmlFindings } from "#pipeline/intake/html/metadata.ts";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";

const findings = async (head: string, body = "") =>
  htmlFindings(parseMarkup(`<html><head>${head}</head><body>${body}</body></html>`));
const valuesOf = async (field: string, head: string, body = "") =>
  (await findings(head, body)).filter((found) => found.field === field).map(({ value }) => value);
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("htmlFindings", () => {
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

  it.each(["PT15M", "1970-01-01", "1970-01-01T00:00:00Z", "2021-22", "2023-02-30", "13 November 2023", "2023-11"])(
    "takes %s for no date",
    async (value) => {
      const head = `<meta property="article:published_time" content="${value}">${jsonLd({ "@type": "Article", datePublished: value })}`;
      expect(await valuesOf("date_published", head, `<time pubdate datetime="${value}"></time>`)).toEqual([]);
    },
  );

  it("takes the day of a date as its author's clock had it", async () => {
    const head = '<meta property="article:published_time" content="2023-11-13T23:30:00-05:00">';
    expect(await valuesOf("date_published", head)).toEqual(["2023-11-13"]);
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
  });
});
