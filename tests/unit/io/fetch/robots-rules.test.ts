import { describe, expect, it } from "vitest";
import { readRobots } from "#pipeline/io/fetch/robots-rules.ts";

const lines = (...all: string[]) => all.join("\n");
const allows = (text: string, path: string) => readRobots(text, "jnim-data").allows(path);
const forAll = (...rules: string[]) => lines("User-agent: *", ...rules);

describe("the group that holds for a program", () => {
  it("is the one that names it, and otherwise the one for all", () => {
    const text = lines("User-agent: *", "Disallow: /", "", "User-agent: JNIM-Data/2.0", "Disallow: /private");
    expect(allows(text, "/a")).toBe(true);
    expect(allows(text, "/private/a")).toBe(false);
    expect(readRobots(text, "other").allows("/a")).toBe(false);
  });

  it("is not one of a longer or shorter name", () => {
    expect(allows(lines("User-agent: jnim", "Disallow: /", "User-agent: jnim-database", "Disallow: /"), "/a")).toBe(
      true,
    );
  });

  it("can be several, and can share its rules with other programs", () => {
    const text = lines(
      "User-agent: jnim-data",
      "Disallow: /a",
      "User-agent: other",
      "User-agent: jnim-data",
      "Sitemap: https://example.org/sitemap.xml",
      "Disallow: /b",
    );
    expect(["/a", "/b", "/c"].map((path) => allows(text, path))).toEqual([false, false, true]);
  });

  it("is none if there is no rule for it", () => {
    expect(allows("", "/a")).toBe(true);
    expect(allows("Disallow: /", "/a")).toBe(true);
    expect(allows(lines("User-agent: other", "Disallow: /"), "/a")).toBe(true);
  });
});

describe("a rule", () => {
  it.each([
    [["Disallow:"], "/a", true],
    [["Disallow: /a"], "/ab", false],
    [["Disallow: /a/"], "/a", true],
    [["Disallow: /*.pdf$"], "/x/report.pdf", false],
    [["Disallow: /*.pdf$"], "/report.pdf?page=1", true],
    [["Disallow: /*/print"], "/a/b/print/c", false],
    [["Disallow: /a$"], "/a", false],
    [["Disallow: /a$"], "/ab", true],
    [["Disallow: /a*a$"], "/a", true],
    [["Disallow: *"], "/a", false],
    [["Disallow: /", "Allow: /a"], "/a/b", true],
    [["Allow: /a", "Disallow: /a/b"], "/a/b", false],
    [["Disallow: /a", "Allow: /a"], "/a", true],
    [["Disallow: /a?b="], "/a?b=c", false],
    [["disallow : /a # not this"], "/a", false],
    [["Disallow: /%7ea%2fb"], "/~a%2Fb", false],
    [["Disallow: /é"], "/%C3%A9t%C3%A9", false],
  ])("%j leaves %s allowed: %s", (rules, path, expected) => {
    expect(allows(forAll(...rules), path)).toBe(expected);
  });

  it("may be written with a byte order mark and with the line ends of any system", () => {
    for (const end of ["\n", "\r", "\r\n"])
      expect(allows(`\ufeffUser-agent: *${end}Disallow: /a${end}`, "/a")).toBe(false);
  });

  it("after many spaces takes no longer than others", () => {
    expect(allows(forAll(`Disallow: x${" ".repeat(500_000)}x`, "Disallow: /a"), "/a")).toBe(false);
  });

  it("of many stars takes no longer than others", () => {
    const rule = `Disallow: /${"*a".repeat(10_000)}b$`;
    expect(allows(forAll(rule), `/${"a".repeat(100_000)}`)).toBe(true);
  });
});

describe("a Crawl-delay", () => {
  it.each([
    [["Crawl-delay: 10", "Disallow: /a"], 10],
    [["Crawl-delay: 0.5"], 0.5],
    [["Crawl-delay: 1", "crawl-delay: 3"], 3],
    [["Crawl-delay: 60 seconds"], 60],
    [["Crawl-delay: 1e9"], 1e9],
    [["Crawl-delay: 99999999999"], 99999999999],
    [["Crawl-delay: 5", "Crawl-delay: NaN"], 5],
    [["Crawl-delay: 0"], null],
    [["Crawl-delay: soon"], null],
    [["Crawl-delay: -1"], null],
    [["Disallow: /a"], null],
  ])("in %j is %s", (rules, expected) => {
    expect(readRobots(forAll(...rules), "jnim-data").crawlDelay).toBe(expected);
  });

  it("of another program is not kept", () => {
    const text = lines("User-agent: other", "Crawl-delay: 9", "Disallow: /", "User-agent: *", "Disallow: /a");
    expect(readRobots(text, "jnim-data").crawlDelay).toBeNull();
  });
});
