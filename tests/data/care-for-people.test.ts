import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { english } from "#pipeline/site/words/english/english.ts";
import { pagesIn, theRealSite } from "#tests/builders/site.ts";

const Rows = z.array(z.record(z.string(), z.string()));
type Row = z.infer<typeof Rows>[number];
const rowsOf = (table: string): readonly Row[] =>
  Rows.parse(parse(readFileSync(`dist/latest/data/${table}.csv`, "utf8"), { columns: true }));

/** The tables whose rows state something of actors. */
const STATED = [
  ...["actor_profile", "expansion_timeline", "economic_warfare_incidents", "economic_warfare_patterns"],
  ...["events", "actor_names", "actor_relations"],
];

let files: ReadonlyMap<string, string | null>;
let pages: readonly { readonly path: string; readonly text: string }[];
beforeAll(async () => {
  files = await theRealSite();
  // Those of the newest release; its pages are the same in the folder of its version.
  pages = pagesIn(files).filter(({ path }) => !/^\d/u.test(path));
});

const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, " ")
    .trim();

const actorsOfType = (type: string) => rowsOf("actors").filter((row) => row.actor_type === type);
const namesOf = (type: string) => {
  const ids = new Set(actorsOfType(type).map((row) => row.actor_id));
  const named = rowsOf("actor_names").filter((row) => ids.has(row.actor_id));
  return [...new Set([...actorsOfType(type), ...named].map(({ name = "" }) => name))];
};
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const namesAny = (names: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join("|")})s?(?![\\p{L}\\p{N}])`, "iu");

/** The peoples among whom a source says that an actor has its followers, without the words around their names. */
const peoples = () =>
  rowsOf("actor_profile")
    .filter(({ attribute }) => attribute === "ethnic_constituency")
    .flatMap(({ value = "" }) => /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/u.exec(value) ?? [])
    // Such as `Sahelian`: what is of the place is not a people.
    .filter((name) => !rowsOf("places").some((place) => name.startsWith(place.name ?? "")));

/** The statements about a community, told in the plainest way: by actor, by attribute, or by a name in what they say. */
function onCommunities(): ReadonlyMap<string, Row> {
  const ids = new Set(actorsOfType("population_group").map((row) => row.actor_id));
  const isNamed = namesAny([...namesOf("population_group"), ...peoples()]);
  const states = namesOf("government").filter((name) => isNamed.test(name));
  const withoutStates = (text: string) => states.reduce((rest, name) => rest.replaceAll(name, ""), text);
  const isOn = (row: Row) =>
    row.attribute === "ethnic_constituency" ||
    Object.entries(row).some(
      ([column, cell]) => /actor\d?_ids?$/u.test(column) && cell.split("; ").some((id) => ids.has(id)),
    ) ||
    isNamed.test(withoutStates([row.value, row.description, row.actor, row.related_actor].join("\n")));
  return new Map(
    STATED.flatMap(rowsOf)
      .filter(isOn)
      .map((row) => [row.record_id ?? "", row]),
  );
}

const SAYS = /\bsays?\b/u;

describe("what sources say about communities", () => {
  it("is found in the data", () => {
    expect(onCommunities().size).toBeGreaterThan(0);
  });

  it("heads the page of every such record as what a source says", () => {
    const heads = [...onCommunities().keys()].map((id) => {
      const [, head = ""] = /<h1>(.*?)<\/h1>/su.exec(files.get(`r/${id}.html`) ?? "") ?? [];
      return wordsOf(head);
    });
    expect(heads.filter((head) => !SAYS.test(head))).toEqual([]);
  });

  it("is no claim of a source that only says who else says so", () => {
    const told = [...onCommunities()].filter(([, { attributed_to: other = "" }]) => other !== "");
    expect(told.length).toBeGreaterThan(0);
    const heads = told.map(([id, { attributed_to: other }]) => {
      const [, head = ""] = /<h1>(.*?)<\/h1>/su.exec(files.get(`r/${id}.html`) ?? "") ?? [];
      return wordsOf(head).includes(` says that ${other} says: `);
    });
    expect(heads).not.toContain(false);
  });

  it("is said so in every link to such a record, unless the link is its id", () => {
    const on = onCommunities();
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/<a [^>]*?href="([^"]*\br\/[^"]*?|[^"/]*?)\.html"[^>]*>(.*?)<\/a>/gsu)].flatMap((match) => {
        const [, href = "", link = ""] = match;
        const [, id = ""] = /^r\/(.+)$/u.exec(posix.join(posix.dirname(path), href)) ?? [];
        const words = wordsOf(link);
        return on.has(id) && words !== id ? [`${path}: ${words}`] : [];
      }),
    );
    expect(named.length).toBeGreaterThan(on.size);
    expect(named.filter((words) => !SAYS.test(words)).slice(0, 10)).toEqual([]);
  });

  it("is said so in its row of every table", () => {
    const on = onCommunities();
    const heads = pages
      .filter(({ path }) => STATED.some((table) => path.startsWith(`table/${table}`)))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gsu)].flatMap(([, head = ""]) => {
          const [id = ""] = wordsOf(head).split(" ");
          return on.has(id) ? [`${path}: ${wordsOf(head)}`] : [];
        }),
      );
    expect(heads.length).toBeGreaterThanOrEqual(on.size);
    expect(heads.filter((head) => !SAYS.test(head))).toEqual([]);
  });

  it("is said so wherever a change of such a record is told", () => {
    const on = onCommunities();
    const told = pages.find(({ path }) => path === "releases.html")?.text ?? "";
    const bare = [
      ...[...told.matchAll(/<li><a [^>]*>([^<]*)<\/a>(.*?)<\/li>/gsu)]
        .filter(([, id = ""]) => on.has(id))
        .map(([, , line = ""]) => line),
      ...[...on.keys()].flatMap((id) => {
        const [, changes = ""] = /<h2>Changes.*?<ul>(.*?)<\/ul>/su.exec(files.get(`id/${id}.html`) ?? "") ?? [];
        return [...changes.matchAll(/<li>(.*?)<\/li>/gsu)].map(([, line = ""]) => line);
      }),
    ].map(wordsOf);
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.filter((line) => /[“”]/u.test(line) && !SAYS.test(line))).toEqual([]);
  });

  it("carries the caution on the same page", () => {
    const faults = pagesIn(files).filter(
      ({ text }) => text.includes(' class="said"') && !wordsOf(text).includes(english.people.caution),
    );
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  it("is not what codes and columns say of themselves", () => {
    const own = pages.filter(({ path }) => /^table\/(?:codelists|columns)/u.test(path));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ text }) => text.includes(' class="said"')).map(({ path }) => path)).toEqual([]);
  });

  it("is on no map", () => {
    const names = namesAny([...namesOf("population_group"), ...peoples()]);
    const drawings = pages
      .filter(({ path }) => path === "map.html" || path === "index.html")
      .flatMap(({ text }) => /<figure class="map">.*?<\/figure>/su.exec(text)?.[0] ?? []);
    expect(drawings.length).toBe(2);
    expect(drawings.filter((drawing) => names.test(wordsOf(drawing)) || drawing.includes(" says: "))).toEqual([]);
  });
});

describe("persons", () => {
  const names = () => namesAny(namesOf("person"));

  it("have no page of their own", () => {
    const ids = actorsOfType("person").flatMap(({ actor_id: id = "" }) => [`actor/${id}.html`, `id/${id}.html`]);
    expect([...files.keys()].filter((path) => ids.includes(path.replace(/^\d[^/]*\//u, "")))).toEqual([]);
  });

  it("are on no page that search engines may list", () => {
    const isNamed = names();
    const listed = pages.filter(({ text }) => !text.includes('<meta name="robots" content="noindex">'));
    expect(listed.filter(({ text }) => isNamed.test(wordsOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it("are in no linked data", () => {
    const isNamed = names();
    const data = pages.flatMap(
      ({ text }) => /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(text)?.[1] ?? [],
    );
    expect(data.length).toBeGreaterThan(0);
    expect(data.filter((json) => isNamed.test(json) || /"Person"/u.test(json))).toEqual([]);
  });

  it("are no entry of the search, neither themselves nor by their names", () => {
    const index = files.get("browser/search-index.js") ?? "";
    const Entries = z.array(z.tuple([z.string(), z.string(), z.string(), z.string()]));
    const entries = Entries.parse(JSON.parse(/= (\[.*\]);/su.exec(index)?.[1] ?? ""));
    const persons = new Set(actorsOfType("person").map((row) => row.actor_id));
    const own = rowsOf("actor_names").filter((row) => persons.has(row.actor_id));
    const paths = new Set([
      ...[...persons].map((id) => `actor/${id}.html`),
      ...own.map((row) => `r/${row.record_id}.html`),
    ]);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(([, path]) => paths.has(path))).toEqual([]);
  });
});
