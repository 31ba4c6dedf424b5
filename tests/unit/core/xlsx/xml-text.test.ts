import { describe, expect, it } from "vitest";
import { textElement, xmlText } from "#pipeline/core/xlsx/xml-text.ts";

describe("a text in XML", () => {
  it.each([
    ["plain", "plain"],
    [`Tom & "Ann" <a>`, "Tom &amp; &quot;Ann&quot; &lt;a&gt;"],
    ["constructor", "constructor"],
    ["_x0041_", "_x005F_x0041_"],
    ["_x005F_x00e9_", "_x005F_x005F_x005F_x00e9_"],
    ["max_x_1 and _x41_", "max_x_1 and _x41_"],
    ["a\u0001b\u001f", "a_x0001_b_x001F_"],
    ["cr\r\nlf\ttab", "cr_x000D_\nlf\ttab"],
    ["\ufffe\uffff", "_xFFFE__xFFFF_"],
    ["😀 Ménaka \u0085", "😀 Ménaka \u0085"],
  ])("of %j is %j", (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });

  it.each([" before", "after ", "line\nbreak", " "])("keeps the spaces and line breaks of %j", (text) => {
    expect(textElement(text)).toBe(`<t xml:space="preserve">${text}</t>`);
  });

  it("does not mark single spaces within a line, which are kept anyway", () => {
    expect(textElement("a  b")).toBe("<t>a  b</t>");
  });
});
