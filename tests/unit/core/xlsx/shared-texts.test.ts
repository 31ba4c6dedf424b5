import { describe, expect, it } from "vitest";
import { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { textCell } from "#pipeline/core/xlsx/text-cell.ts";

const inline = (at: string, text: string) => `<c r="${at}" s="2" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("shared texts", () => {
  it("are those that look like an escape, each once; other cells contain their text", () => {
    const texts = new SharedTexts();
    const cells = ["plain", "_x0041_", "constructor", "_x00e9_ b", "_x0041_"].map((text, at) =>
      textCell(`A${at}`, text, { style: 2, texts }),
    );
    expect(cells).toEqual([
      inline("A0", "plain"),
      '<c r="A1" s="2" t="s"><v>0</v></c>',
      inline("A2", "constructor"),
      '<c r="A3" s="2" t="s"><v>1</v></c>',
      '<c r="A4" s="2" t="s"><v>0</v></c>',
    ]);
    expect(texts.xml()).toContain('uniqueCount="2"><si><t>_x005F_x0041_</t></si><si><t>_x005F_x00e9_ b</t></si></sst>');
  });

  it("take no new text when their space is used up, so that a cell must contain its text itself", () => {
    const texts = new SharedTexts(60);
    expect(textCell("A1", "_x0041_", { style: 2, texts })).toContain('t="s"');
    expect(textCell("A2", "_x0042_", { style: 2, texts })).toBe(inline("A2", "_x005F_x0042_"));
    expect(textCell("A3", "_x0041_", { style: 2, texts })).toContain('t="s"');
    expect(texts.xml()).not.toContain("x0042");
  });
});
