import { describe, expect, it } from "vitest";
import { sitemaps } from "#pipeline/site/sitemap.ts";

const pages = ["a", "b", "c"].map((name) => ({ path: `${name}.html`, day: "2026-01-31" }));
const addressesIn = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address]) => address);

describe("the list of pages for search engines", () => {
  it("is one file, with addresses that are escaped", () => {
    const [only, ...others] = [...sitemaps("https://example.org/a&b/", pages)];
    expect([only?.path, others]).toEqual(["sitemap.xml", []]);
    expect(addressesIn(only?.text ?? "")[0]).toBe("https://example.org/a&amp;b/a.html");
    expect(only?.text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<urlset /u);
  });

  it("is several files and a list of them if one would be too long", () => {
    const files = [...sitemaps("https://example.org/", pages, 2)];
    expect(files.map(({ path, text }) => [path, addressesIn(text)])).toEqual([
      ["sitemap-1.xml", ["https://example.org/a.html", "https://example.org/b.html"]],
      ["sitemap-2.xml", ["https://example.org/c.html"]],
      ["sitemap.xml", ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]],
    ]);
  });
});
