import { describe, expect, it } from "vitest";
import { aPage, aSentence, refusal, remarksOf, someSentences, taken, textsOf } from "#tests/builders/intake.ts";

describe("takeInHtml", () => {
  it("takes headings, paragraphs and items of the article, and lists what stands around it", async () => {
    const list = `<ul><li>A first point of the list.</li><li><p>A second point of the list.</p></li></ul>`;
    const article = `<h1>An invented title</h1><p>${someSentences(1, 3)}</p><h2>A part</h2>${list}<p>${someSentences(4, 3)}</p>`;
    const { blocks, dropped } = await taken("html", aPage({ article }));
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "An invented title"],
      ["paragraph", someSentences(1, 3)],
      ["heading", "A part"],
      ["item", "A first point of the list."],
      ["item", "A second point of the list."],
      ["paragraph", someSentences(4, 3)],
    ]);
    expect(dropped.map(({ text }) => text)).toEqual(["First place Second place", "Imprint of the page"]);
  });

  it("takes a document with nothing around it as a whole, also its short lines", async () => {
    const page = `<html><body><p>Short.</p><p>${someSentences(1, 3)}</p><p>End.</p></body></html>`;
    expect(textsOf(await taken("html", page))).toEqual(["Short.", someSentences(1, 3), "End."]);
  });

  it("takes HTML without html and body, and closes what is left open", async () => {
    expect(textsOf(await taken("html", `<p>${someSentences(1, 2)}<p>${someSentences(3, 2)}`))).toEqual([
      someSentences(1, 2),
      someSentences(3, 2),
    ]);
  });

  it("finds the body of a page that does not close its head, or has something between the two", async () => {
    const rest = `<body><p>${someSentences(1, 3)}</p></body></html>`;
    for (const head of [
      "<head><title>A title</title>",
      "<head><title>A title</title></head><!-- x --><noscript></noscript>",
    ]) {
      const result = await taken("html", `<html lang="fr">${head}${rest}`);
      expect(textsOf(result)).toEqual([someSentences(1, 3)]);
      expect(result.metadata.map(({ value }) => value)).toContain("A title");
    }
  });

  it("makes one space of a line break, and a new block of two", async () => {
    const { blocks } = await taken(
      "html",
      aPage({ article: `<div>One<br>line. ${aSentence(1)}<br><br>${someSentences(2, 4)}</div>` }),
    );
    expect(blocks.map(({ text }) => text)).toEqual([`One line. ${aSentence(1)}`, someSentences(2, 4)]);
  });

  it("parts notes from the text, with or without links back", async () => {
    const article = `<p>${someSentences(1, 3)}<sup><a href="#fn1" id="ref1">1</a></sup> It goes on.<a href="#note-2">[2]</a></p><p>${someSentences(4, 2)}</p><section class="footnotes"><h2>Notes</h2><ol><li id="fn1"><p>A first note. <a href="#ref1">↩</a></p></li><li id="note-2">A second note.</li></ol></section>`;
    const { notes, blocks } = await taken("html", aPage({ article }));
    expect(notes).toEqual([
      { mark: "1", text: "A first note.", page: null },
      { mark: "2", text: "A second note.", page: null },
    ]);
    expect(blocks.map(({ text }) => text)).toEqual([`${someSentences(1, 3)} It goes on.`, someSentences(4, 2)]);
  });

  it("does not take an entry of a table of contents for the mark of a note", async () => {
    const article = `<ul><li><a href="#c1">1</a></li></ul><div id="c1"><h2>A chapter</h2><p>${someSentences(1, 4)}</p></div>`;
    expect((await taken("html", aPage({ article }))).notes).toEqual([]);
  });

  it("takes tables of data as rows, and a table that arranges the page as text", async () => {
    const data =
      "<table><caption>Counts</caption><tr><th>Year</th><th>Number</th></tr><tr><td rowspan=2>2020</td><td>1</td></tr><tr><td>2</td></tr></table>";
    const article = `<table><tr><td><p>${someSentences(1, 4)}</p></td></tr></table>${data}<p>${someSentences(5, 3)}</p>`;
    const result = await taken("html", aPage({ article }));
    expect(result.tables).toEqual([
      {
        page: null,
        caption: "Counts",
        rows: [
          ["Year", "Number"],
          ["2020", "1"],
          ["", "2"],
        ],
      },
    ]);
    expect(textsOf(result)).toEqual([someSentences(1, 4), someSentences(5, 3)]);
    expect(remarksOf(result)).toEqual(["tables: 1"]);
  });

  it("takes the lines of a cell apart, without the mark of a note", async () => {
    const data =
      '<table><tr><th>Year</th><th>Number<br>of events</th></tr><tr><td>2020</td><td>12<sup><a href="#fn1">3</a></sup></td></tr></table>';
    const note =
      '<ol class="references"><li id="fn1"><span class="mw-cite-backlink">^ <a href="#r1">a</a> <a href="#r2">b</a></span> <style>p {}</style>An invented paper.<br>Page 3.</li></ol>';
    const { tables, notes } = await taken("html", aPage({ article: `<p>${someSentences(1, 6)}</p>${data}${note}` }));
    expect(tables.map(({ rows }) => rows)).toEqual([
      [
        ["Year", "Number of events"],
        ["2020", "12"],
      ],
    ]);
    expect(notes).toEqual([{ mark: "3", text: "An invented paper. Page 3.", page: null }]);
  });

  it("leaves out tables of links, and the marks that lead to a heading", async () => {
    const links =
      '<table><tr><td><a href="/a">Before</a></td><td><a href="/b">Home</a></td></tr><tr><td><a href="/c">Chapter one</a></td><td>Up</td></tr></table>';
    const page = `<html><body><h1>A title<a href="#a-title">¶</a></h1><p>${someSentences(1, 3)}</p>${links}</body></html>`;
    const result = await taken("html", page);
    expect(textsOf(result)).toEqual(["A title", someSentences(1, 3)]);
    expect(result.tables).toEqual([]);
    expect(result.dropped.map(({ text, rule }) => [text, rule])).toContainEqual(["Chapter one", "table-of-links"]);
  });

  it("leaves out what a browser does not show", async () => {
    const article = `<p>${someSentences(1, 3)}</p><p hidden>Secret.</p><p style="display: none">Secret.</p><script>var secret;</script><p>${someSentences(4, 3)}</p>`;
    expect(textsOf(await taken("html", aPage({ article })))).toEqual([someSentences(1, 3), someSentences(4, 3)]);
  });

  it("reads a page that nests thousands of elements", async () => {
    const deep = `${"<div>".repeat(5000)}${someSentences(1, 4)}${"</div>".repeat(5000)}`;
    expect(textsOf(await taken("html", `<html><body>${deep}</body></html>`))).toEqual([someSentences(1, 4)]);
  });

  const links = Array.from({ length: 40 }, (_, at) => `<li><a href="/${at}">${aSentence(at)}</a></li>`).join("");
  it.each([
    ["navigation", `<html><body><ul>${links}</ul></body></html>`],
    ["navigation", aPage({ article: "<h1>An empty page</h1>" })],
    [
      "script",
      aPage({
        article: "<noscript>Please enable JavaScript to view this page.</noscript><p>Please enable JavaScript.</p>",
      }),
    ],
    ["paywall", aPage({ article: `<p>${someSentences(1, 3)}</p><div>Subscribe to continue reading</div>` })],
    [
      "paywall",
      aPage({
        head: `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
        article: `<p>${someSentences(1, 4)}</p>`,
      }),
    ],
    [
      "cookie-wall",
      `<html><body><div><p>We and our advertising partners use cookies to store information on your device, for which we ask your consent.</p><p>You can withdraw your consent at any time in the settings of cookies, where our partners are listed by name.</p></div></body></html>`,
    ],
  ])("refuses a page without an article: %s", async (detail, page) => {
    expect(await refusal("html", page)).toEqual({ code: "html-no-article", detail });
  });

  it("names how many places have deleted words, and lists the words", async () => {
    const article = `<p>It has <del>old</del><ins>new</ins> walls. ${someSentences(1, 5)}</p><p>${someSentences(6, 5)}</p>`;
    const result = await taken("html", aPage({ article }));
    expect(textsOf(result)[0]).toMatch(/^It has new walls\./u);
    expect(remarksOf(result)).toContain("deleted-words: 1");
    expect(result.dropped).toContainEqual({ text: "old", page: null, rule: "deleted" });
  });

  it("takes a long article although it names cookies and subscribers", async () => {
    const article = `<p>${someSentences(1, 12)}</p><p>Cookies are sold there. ${someSentences(13, 12)}</p><p>Already a subscriber? Log in.</p>`;
    expect((await taken("html", aPage({ article }))).blocks.length).toBeGreaterThan(1);
  });
});
