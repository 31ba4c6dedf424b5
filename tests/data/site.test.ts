import { posix } from "node:path";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { pagesIn, theRealSite, weightOf } from "#tests/builders/site.ts";

/** The most that a page may weigh, in bytes. */
const HEAVIEST = 200_000;

interface SitePage {
  readonly path: string;
  readonly text: string;
}

let files: ReadonlyMap<string, string | null>;
let pages: readonly SitePage[];
/** The ids in each page. */
let ids: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  files = await theRealSite();
  pages = pagesIn(files);
  ids = new Map(pages.map(({ path, text }) => [path, new Set(matches(text, /\sid="([^"]*)"/gu))]));
});

/** The pages that the same code makes: those of one folder, and in `r/` those whose ids begin alike. */
const kindOf = (path: string) => path.replace(/(^|\/)(r\/[a-z]+)-[^/]*$|(^|\/)([a-z]+)\/[^/]*$/u, "$1$2$3$4");

/** The pages with a fault, each with what it is. */
const faults = (faultsOf: (page: SitePage) => readonly string[]) =>
  pages.flatMap((page) => faultsOf(page).map((fault) => `${page.path}: ${fault}`)).slice(0, 20);

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([whole, part]) => part ?? whole);

/** The links of a file of the site that lead nowhere. */
function deadLinks({ path: from, text }: SitePage): string[] {
  const isDead = (href: string) => {
    const [target = "", anchor] = href.split("#");
    const path = target === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(target)));
    if (!files.has(path)) return true;
    // What stands after # on a table or search page is its state.
    const isState = anchor?.includes("=") ?? false;
    return anchor !== undefined && !isState && !(ids.get(path)?.has(decodeURIComponent(anchor)) ?? false);
  };
  const links = matches(text, /\s(?:href|src)="([^"]*)"/gu).map((link) => link.replaceAll("&amp;", "&"));
  return [...new Set(links)].filter((link) => !/^(?:https?|data|mailto):/u.test(link) && isDead(link));
}

describe("the pages of the project's own releases", () => {
  it("hold nothing that a program left there by mistake", () => {
    const withoutData = (text: string) => text.replaceAll(/<(code|td|pre)\b[^>]*>.*?<\/\1>/gsu, "");
    expect(faults(({ text }) => matches(withoutData(text), /undefined|\bNaN\b|\[object|[\uE000\uE001]/gu))).toEqual([]);
  });

  it("give every id once", () => {
    expect(
      faults(({ text }) => {
        const ids = matches(text, /\sid="([^"]*)"/gu);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      }),
    ).toEqual([]);
  });

  it("lead nowhere that does not exist", () => {
    expect(faults(deadLinks)).toEqual([]);
  });

  it("have a feed with an entry for every release, which leads to its pages or to its place in the list", () => {
    const text = files.get("feed.xml") ?? "";
    const links = matches(text, /<link rel="alternate" href="([^"]*)"/gu);
    expect(links).toHaveLength(matches(text, /<entry>/gu).length);
    expect(links).toContain("1.0.0/index.html");
    expect(links.some((link) => link.startsWith("releases.html#v"))).toBe(true);
    expect(deadLinks({ path: "feed.xml", text })).toEqual([]);
    expect(files.get("index.html")).toContain('<link rel="alternate" type="application/atom+xml"');
    expect(files.get("releases.html")).toContain('<a href="feed.xml"');
  });

  it("are never heavier than a slow line can carry", () => {
    expect(
      faults(({ text }) => (text.length < HEAVIEST || weightOf(text) <= HEAVIEST ? [] : [`${weightOf(text)} bytes`])),
    ).toEqual([]);
  });

  it("are valid HTML", async () => {
    const validate = new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: { "no-inline-style": "error", "long-title": "off", "prefer-native-element": "off" },
    });
    // A page of each kind in each tree: the others come from the same code.
    const kinds = new Map(pages.map((page) => [kindOf(page.path), page]));
    const found = await Promise.all(
      [...kinds.values()].map(async ({ path, text }) => {
        const { results } = await validate.validateString(text, path);
        return results.flatMap(({ messages }) =>
          messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`),
        );
      }),
    );
    expect(found.flat().slice(0, 20)).toEqual([]);
  });

  it("name no person outside the list of actors in what search engines read", () => {
    expect(faults(({ text }) => (/"@type":"Person"/u.test(text) ? ["a Person in linked data"] : []))).toEqual([]);
  });
});

describe("the list of pages for search engines", () => {
  it("has every page at its lasting address, and none that they may not list", async () => {
    const base = "https://example.org/data/";
    const withBase = await theRealSite({ base });
    const listed = matches(withBase.get("sitemap.xml") ?? "", /<loc>([^<]*)<\/loc>/gu);
    const wanted = pagesIn(withBase)
      .filter(({ text }) => !text.includes('<meta name="robots" content="noindex">'))
      .flatMap(({ text }) => matches(text, /<link rel="canonical" href="([^"]*)">/gu));
    expect([...listed].sort()).toEqual([...new Set(wanted)].sort());
    expect(listed.filter((address) => !withBase.has(address.slice(base.length)))).toEqual([]);
    const links = matches(withBase.get("feed.xml") ?? "", /<link rel="alternate" href="([^"]*)"/gu);
    expect(links.filter((link) => !link.startsWith(base))).toEqual([]);
  });

  it("is not there if the address of the site is not known", () => {
    expect(files.has("sitemap.xml")).toBe(false);
  });
});
