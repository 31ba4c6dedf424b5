import { describe, expect, it } from "vitest";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";

const HEAD = "<head><title>A title</title></head>";
const BODY = "<body><p>A text.</p></body>";

describe("parseMarkup", () => {
  it.each([
    ["a whole page", `<!DOCTYPE html><html lang="fr">${HEAD}${BODY}</html>`],
    ["something before the root", `<meta name="a"><br><html lang="fr">${HEAD}${BODY}</html>`],
    ["something before the head", `<html lang="fr"><script>x()</script>${HEAD}${BODY}</html>`],
    ["roots for old browsers", `<html class="old"><html lang="fr">${HEAD}${BODY}</html></html>`],
    ["a head that is not closed, and no body", '<html lang="fr"><head><title>A title</title><p>A text.</p></html>'],
    ["a head that is not closed", `<html lang="fr"><head><title>A title</title>${BODY}</html>`],
  ])("finds the body, the title and the language of %s", (_, html) => {
    const page = parseMarkup(html);
    expect([...page.body.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual(["A text."]);
    expect(page.querySelector("title")?.textContent).toBe("A title");
    expect(page.querySelector("html")?.getAttribute("lang")).toBe("fr");
  });

  it("finds the text of what has no frame of a page", () => {
    expect(parseMarkup("A text.").body.textContent).toBe("A text.");
    expect(parseMarkup("<p>A text.<p>More.").body.textContent).toBe("A text.More.");
  });
});
