import { describe, expect, it } from "vitest";
import { textCell } from "#pipeline/publish/editions/workbook/cell.ts";
import { SharedTexts } from "#pipeline/publish/editions/workbook/shared-texts.ts";

const xmlOf = (texts: SharedTexts) => [...texts.xml()].join("");

describe("shared texts", () => {
  it("keep each text once, in the order of their first cells", () => {
    const texts = new SharedTexts();
    expect(["b", "__proto__", "b", "constructor"].map((text) => texts.indexOf(text))).toEqual([0, 1, 0, 2]);
    expect(xmlOf(texts)).toContain(
      'uniqueCount="3"><si><t>b</t></si><si><t>__proto__</t></si><si><t>constructor</t></si></sst>',
    );
  });

  it("take no new text when their space is used up, so that a cell must contain its text itself", () => {
    const texts = new SharedTexts(60);
    expect(textCell("A1", "first", { style: 2, texts })).toBe('<c r="A1" s="2" t="s"><v>0</v></c>');
    expect(textCell("A2", "<new>", { style: 2, texts })).toBe(
      '<c r="A2" s="2" t="inlineStr"><is><t>&lt;new&gt;</t></is></c>',
    );
    expect(textCell("A3", "first", { style: 2, texts })).toBe('<c r="A3" s="2" t="s"><v>0</v></c>');
    expect(xmlOf(texts)).not.toContain("new");
  });
});
