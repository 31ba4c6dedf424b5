import { describe, expect, it } from "vitest";
import { blocksOf } from "#pipeline/intake/markup/blocks-of.ts";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";

const linesOf = (html: string) =>
  blocksOf(parseMarkup(`<html><head></head><body>${html}</body></html>`).body, { skipped: new Set() }).map(
    ({ text }) => text,
  );

describe("blocksOf", () => {
  it.each([
    ["<blockquote>It opened.<cite>A. Example</cite></blockquote>", ["It opened.", "A. Example"]],
    ["<blockquote><p>It opened.</p> <cite>A. Example</cite> </blockquote>", ["It opened.", "A. Example"]],
    ["<blockquote>Read in <cite>The House</cite></blockquote>", ["Read in The House"]],
    ["<blockquote>Read <cite>The House</cite> again.</blockquote>", ["Read The House again."]],
    ["<p>Read <cite>The House</cite></p>", ["Read The House"]],
    ["<figure><img src=a>Seen.<figcaption>A caption</figcaption></figure>", ["Seen.", "A caption"]],
    ['It opened.<span style="color: red; display:block">Nobody came.</span>', ["It opened.", "Nobody came."]],
    ['It <span style="display: inline-block">opened</span>.', ["It opened."]],
  ])("breaks lines where a reader sees them broken: %s", (html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });

  it.each([
    ["<p>It has <del>old</del><ins>new</ins> walls.</p>", "It has new walls."],
    ["<p>It has <s>old</s> <ins>new</ins> walls.</p>", "It has new walls."],
    ["<p>It has <s>old</s> and <ins>new</ins> walls.</p>", "It has old and new walls."],
  ])("leaves out deleted words, and keeps inserted ones: %s", (html, line) => {
    expect(linesOf(html)).toEqual([line]);
  });
});
