import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, plain, table } from "#pipeline/publish/markdown.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";

/** Texts that consist of what acts in Markdown and HTML, mostly. */
const signs = fc.constantFrom(
  ..."\\`*_[]()<>!|~$&;#-+=:./@\"' \nab1é",
  "https://",
  "www.",
  "&lt;",
  "<b>",
  "](x)",
  "<!--",
);
const someText = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join("")}x`);
const oneLine = (text: string) => text.replace(/\s+/gu, " ");

describe("any text in Markdown", () => {
  it("is read as it is, behind other words", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { blocks, inline, text: shown } = readMarkdown(`- Before ${plain(text)} (${plain(text)}).`);
        expect(blocks).toHaveLength(6);
        expect(inline).toEqual([]);
        expect(shown).toBe(`Before ${oneLine(text)} (${oneLine(text)}).`);
      }),
      { numRuns: 2000 },
    );
  });

  it("is one cell of a table, also as code", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { inline, cells } = readMarkdown(table(["a", "b"], [[plain(text), code(text)]]));
        expect(inline).toEqual(["code_inline"]);
        expect(cells[2]).toBe(oneLine(text));
        expect(cells[3]?.replaceAll("¦", "|")).toBe(oneLine(text).replaceAll("`", "'"));
      }),
      { numRuns: 2000 },
    );
  });
});
