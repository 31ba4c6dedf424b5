import { describe, expect, it } from "vitest";
import { terminalLine, terminalText } from "#pipeline/core/terminal-text.ts";
import { controls } from "#tests/builders/hostile.ts";

describe("a text for a terminal", () => {
  it.each(Object.entries(controls))("shows what would act: %s", (_, text) => {
    const shown = terminalText(text);
    expect(shown).not.toMatch(/[^\P{C}\t\n]|[\p{Zl}\p{Zp}]/u);
    expect(shown).toContain("\\u{");
    expect(terminalText(shown)).toBe(shown);
  });

  it.each([
    [
      "\u001b]8;;https://example.org\u0007a link\u001b]8;;\u0007",
      "\\u{1b}]8;;https://example.org\\u{7}a link\\u{1b}]8;;\\u{7}",
    ],
    ["hidden\rshown", "hidden\\u{d}shown"],
    ["\u009b31mred", "\\u{9b}31mred"],
    ["\u{e0041}", "\\u{e0041}"],
  ])("names the character: %j", (text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  it.each([
    "plain",
    "two\nlines\twith a tab",
    "Côte d'Ivoire → \u{1F600}",
    "مى\u200cخ",
    "soft\u00adhyphen",
    "a::b std::move",
    "## title",
  ])("leaves %j as it is", (text) => {
    expect(terminalText(text)).toBe(text);
  });
});

describe("a line that a workflow would take as a command", () => {
  it.each(["::error::x", "  ::add-mask::x", "\t::set-output name=a::b", "first\n::warning::x"])(
    "%j begins with none",
    (text) => {
      expect(terminalText(text)).not.toMatch(/^\s*::/mu);
    },
  );

  it.each(["a ##[error]x", "##[add-mask]x", "a ##vso[task.complete]x", "##teamcity[x]"])("%j contains none", (text) => {
    expect(terminalText(text)).not.toMatch(/##(vso|teamcity)?\[/u);
  });

  it("is found without going back and forth through a long text", () => {
    const spaces = " ".repeat(2_000_000);
    expect(terminalText(`${spaces}x`)).toHaveLength(spaces.length + 1);
  });

  it("is read again by a human", () => {
    expect(terminalText("::error::x ##[error]y")).toBe("\\u{3a}:error::x \\u{23}#[error]y");
  });
});

describe("one line for a terminal", () => {
  it("stays one line", () => {
    expect(terminalLine("a\nb\r\n::error::c")).toBe("a\\u{a}b\\u{d}\\u{a}::error::c");
  });
});
