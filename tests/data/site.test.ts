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
beforeAll(async () => {
  files = await theRealSite();
  pages = pagesIn(files);
});

/** The pages that the same code makes: those of one folder, and in `r/` those whose ids begin alike. */
const kindOf = (path: string) => path.replace(/(^|\/)(r\/[a-z]+)-[^/]*$|(^|\/)([a-z]+)\/[^/]*$/u, "$1$2$3$4");

/** The pages with a fault, each with what it is. */
const faults = (faultsOf: (page: SitePage) => readonly string[]) =>
  pages.flatMap((page) => faultsOf(page).map((fault) => `${page.path}: ${fault}`)).slice(0, 20);

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([whole, part]) => part ?? whole);

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
    const ids = new Map(pages.map(({ path, text }) => [path, new Set(matches(text, /\sid="([^"]*)"/gu))]));
    const isDead = (from: string, href: string) => {
      const [target = "", anchor] = href.split("#");
      const path = target === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(target)));
      if (!files.has(path)) return true;
      // What stands after # on a table or search page is its state.
      const isState = anchor?.includes("=") ?? false;
      return anchor !== undefined && !isState && !(ids.get(path)?.has(decodeURIComponent(anchor)) ?? false);
    };
    expect(
      faults(({ path, text }) => {
        const links = matches(text, /\s(?:href|src)="([^"]*)"/gu).map((link) => link.replaceAll("&amp;", "&"));
        return [...new Set(links)].filter((link) => !/^(?:https?|data|mailto):/u.test(link) && isDead(path, link));
      }),
    ).toEqual([]);
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
