import { describe, expect, it } from "vitest";
import { aPage, someSentences, taken, textsOf } from "#tests/builders/intake.ts";

const text = `<p>${someSentences(1, 4)}</p><p>${someSentences(5, 4)}</p>`;

describe("readPage", () => {
  it("takes the text that a page has for readers without scripts", async () => {
    const article = `<h1>A title</h1><script type="text/template">${text}</script><noscript>${text}</noscript>`;
    expect(textsOf(await taken("html", aPage({ article })))).toEqual([
      "A title",
      someSentences(1, 4),
      someSentences(5, 4),
    ]);
  });

  it("takes the text once where the page shows it too, and no request to allow scripts", async () => {
    const article = `${text}<noscript>${text}</noscript><noscript><p>Please enable scripts.</p></noscript>`;
    expect(textsOf(await taken("html", aPage({ article })))).toEqual([someSentences(1, 4), someSentences(5, 4)]);
  });
});
