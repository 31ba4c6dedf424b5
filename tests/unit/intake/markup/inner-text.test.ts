import { describe, expect, it } from "vitest";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";
import { innerText } from "#pipeline/intake/markup/inner-text.ts";

const bodyOf = (html: string) => parseMarkup(`<html><head></head><body>${html}</body></html>`).body;

describe("innerText", () => {
  it.each([
    ["A title<br>of two lines", "A title of two lines"],
    ["<p>one</p><p>two</p>", "one two"],
    ["<ul><li>one<li>two</ul>", "one two"],
    ["un<b>cut</b> <span>wo</span><span>rd</span>s<wbr>", "uncut words"],
    ["seen<style>p {}</style><span hidden>not seen</span>", "seen"],
  ])("reads %s as a reader sees it", (html, text) => {
    expect(innerText(bodyOf(html))).toBe(text);
  });

  it("leaves out elements that are skipped", () => {
    const body = bodyOf("12<sup>1</sup>");
    expect(innerText(body, new Set(body.querySelectorAll("sup")))).toBe("12");
  });
});
