import { describe, expect, it } from "vitest";
import { code, plain, table } from "#pipeline/publish/markdown.ts";
import { payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";

const all = Object.entries(payloads);
const oneLine = (text: string) => text.replace(/\s+/gu, " ");

describe("a text from the data in Markdown", () => {
  it.each(all)("is read as it is, and nothing else: %s", (_, text) => {
    const { blocks, inline, text: shown } = readMarkdown(`Before ${plain(text)} after.`);
    expect(blocks).toEqual(["paragraph_open", "paragraph_close"]);
    expect(inline).toEqual([]);
    expect(shown).toBe(`Before ${oneLine(text)} after.`);
  });

  it.each(all)("is one cell of a table: %s", (_, text) => {
    const rows = [[plain(text), code(text), plain(text)]];
    const { blocks, inline, cells } = readMarkdown(table(["a", "b", "c"], rows));
    expect(blocks.filter((block) => !/^(table|thead|tbody|tr|th|td)_(open|close)$/u.test(block))).toEqual([]);
    expect(inline).toEqual(["code_inline"]);
    const asCode = oneLine(text).replaceAll("`", "'").replaceAll("\\|", "\\¦");
    expect(cells).toEqual(["a", "b", "c", oneLine(text), asCode, oneLine(text)]);
  });

  it.each(["snake_case_words", "2018-41/..", "a - b, c (d) 'e' \"f\" 5 % > 6? no: é → # 1. A & B; C/D!"])(
    "keeps its bytes where nothing acts: %s",
    (text) => {
      expect(plain(text)).toBe(text);
    },
  );
});

describe("code", () => {
  it("is empty for an empty text", () => {
    expect(code("")).toBe("");
  });

  it.each(all)("shows the value in one line: %s", (_, text) => {
    const { inline, text: shown } = readMarkdown(`Before ${code(text)} after.`);
    expect(inline).toEqual(["code_inline"]);
    expect(shown.replaceAll("¦", "|")).toBe(`Before ${oneLine(text).replaceAll("`", "'")} after.`);
  });
});
