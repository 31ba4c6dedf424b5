import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { theRealSite } from "#tests/builders/site.ts";

const Rows = z.array(z.record(z.string(), z.string()));
const rowsOf = (table: string) =>
  Rows.parse(parse(readFileSync(`dist/latest/data/${table}.csv`, "utf8"), { columns: true }));

let files: ReadonlyMap<string, string | null>;
beforeAll(async () => {
  files = await theRealSite();
});

const pageOf = (path: string) => files.get(path) ?? "";
/** What a reader sees: the words of a page. */
const wordsOf = (path: string) =>
  pageOf(path)
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/gu, " ");
const grouped = (number: number) => number.toLocaleString("en-US");

const STATED = [
  "actor_profile",
  "expansion_timeline",
  "economic_warfare_incidents",
  "economic_warfare_patterns",
  "events",
  "actor_names",
  "actor_relations",
];

describe("the numbers on the pages are those of the files", () => {
  it("on the releases, where one row of changes.csv may sum up many changes", () => {
    const changes = Rows.parse(parse(readFileSync("dist/latest/changes.csv", "utf8"), { columns: true }));
    const [, ...parts] = pageOf("releases.html").split('<section id="v');
    // Lists with what they say first: the number of changes in them.
    const told = parts.flatMap((part) => [...part.matchAll(/<summary>[^<]*: ([\d,]+) |<p>[^<]*: a new table\./gu)]);
    const isSum = ({ record_id: id, reason }: Record<string, string>) => id === "" && / rows?$/u.test(reason ?? "");
    const numbers = changes.map((row) =>
      isSum(row) ? Number(/([\d,]+) rows?$/u.exec(row.reason ?? "")?.[1]?.replaceAll(",", "")) : 1,
    );
    const sum = (all: readonly number[]) => all.reduce((total, number) => total + number, 0);
    expect(sum(told.map(([, number]) => Number((number ?? "1").replaceAll(",", ""))))).toBe(sum(numbers));
  });

  it("on the releases, where only what follows from others is derived", () => {
    const [, of = ""] = /<section id="v2\.0\.0">(.*?)<\/section>/su.exec(pageOf("releases.html")) ?? [];
    expect(of).toContain("Disagreements: 160 rows were added");
    expect(of).toContain("Expansion by country: 11 derived rows were added");
  });

  it("on the overview", () => {
    const records = STATED.flatMap((table) => rowsOf(table));
    const alone = records.filter((row) => row.n_independent_sources === "1").length;
    const sources = rowsOf("source_provenance");
    const words = wordsOf("index.html");
    expect(words).toContain(`${grouped(records.length)} records, of which ${grouped(alone)} are`);
    expect(words).toContain(
      `${sources.length} documents, of which ${sources.filter((row) => row.derived_from === "").length} do not retell`,
    );
    expect(words).toContain(`${rowsOf("disagreements").length} questions`);
    expect(words).toContain(`${grouped(rowsOf("claims").length)} cells of statements`);
    const steps = rowsOf("expansion_timeline");
    expect(words).toContain(
      `${steps.length} steps of expansion, ${steps.filter((row) => row.date === "").length} of them without a date`,
    );
  });

  it("on the timeline: every dated row is a bar, and every undated one is counted", () => {
    const rows = [...rowsOf("expansion_timeline"), ...rowsOf("events")];
    expect(wordsOf("timeline.html")).toContain(`No date: ${rows.filter((row) => row.date === "").length}`);
    const [drawing = ""] = /<svg viewBox="0 0 960.*?<\/svg>/su.exec(pageOf("timeline.html")) ?? [];
    expect(drawing.match(/<a /gu)?.length).toBe(rows.filter((row) => row.date !== "").length);
  });

  it("in the matrix of economic warfare: its sums are all incidents and all patterns", () => {
    const [matrices = ""] = /<main.*?<h2>Purposes/su.exec(pageOf("warfare.html")) ?? [];
    const totals = [...matrices.matchAll(/<td class="number"><a href="#[a-z]+-[a-z_]+">(\d+) \+ (\d+)</gu)];
    const sum = (part: 1 | 2) => totals.reduce((total, found) => total + Number(found[part]), 0);
    expect(sum(1)).toBe(rowsOf("economic_warfare_incidents").length);
    expect(sum(2)).toBe(rowsOf("economic_warfare_patterns").length);
  });

  it("in the list of disagreements: each is there, under its kind", () => {
    const rows = rowsOf("disagreements");
    for (const { disagreement_id: id } of rows) expect(pageOf("disagreements.html")).toContain(`id="${id}"`);
    for (const kind of new Set(rows.map((row) => row.kind)))
      expect(wordsOf("disagreements.html")).toContain(`(${rows.filter((row) => row.kind === kind).length})`);
  });

  it("on the page of a source: every cited sentence is there", () => {
    const cited = rowsOf("evidence");
    for (const { source_id: source = "" } of rowsOf("source_provenance")) {
      const locators = new Set(cited.filter((row) => row.source_id === source).map((row) => row.locator));
      for (const locator of locators) expect(pageOf(`source/${source}.html`)).toContain(`id="${locator}"`);
    }
  });

  it("in the tables: each row of a file is a row of a page, with the same cells", () => {
    for (const table of ["expansion_timeline", "disagreement_sides"]) {
      const cells = [
        ...pageOf(`table/${table}.html`).matchAll(
          /<t[dh](?: scope="row"| class="number")?(?: data-value="([^"]*)")?>(.*?)<\/t[dh]>/gsu,
        ),
      ].map(([, value, cell = ""]) =>
        (value ?? cell)
          .replaceAll(/<[^>]*>/gu, "")
          .replaceAll("&#39;", "'")
          .replaceAll("&quot;", '"')
          .replaceAll("&gt;", ">")
          .replaceAll("&lt;", "<")
          .replaceAll("&amp;", "&"),
      );
      expect(cells).toEqual(rowsOf(table).flatMap((row) => Object.values(row)));
    }
  });
});

it("every amount of a profile is on the page of its actor", () => {
  const rows = rowsOf("actor_profile").filter((row) => row.amount_low !== "" || row.amount_high !== "");
  expect(rows.length).toBeGreaterThan(0);
  for (const { record_id: id = "", actor_id: actor = "", amount_low: low, amount_high: high } of rows) {
    const lines = pageOf(`actor/${actor}.html`).matchAll(new RegExp(`<a href="[^"]*r/${id}\\.html"[^>]*>[^<]*`, "gu"));
    const line = [...lines].map(([link]) => link).join(" ");
    for (const number of [low, high].filter(Boolean)) expect(line, id).toContain(number);
  }
});

describe("every row can be reached", () => {
  it("has a page in its release, and one for all its versions", () => {
    for (const table of [...STATED, "disagreements", "errata", "cited_works"])
      for (const row of rowsOf(table)) {
        const [id = ""] = Object.values(row);
        expect(files.has(`r/${id}.html`) && files.has(`id/${id}.html`), id).toBe(true);
      }
  });

  it("has a tombstone if it was retired", () => {
    for (const { record_id: id = "", reason = "" } of rowsOf("retired"))
      expect(wordsOf(`id/${id}.html`), id).toContain(reason.replaceAll(/\s+/gu, " "));
  });

  it("no person has a page of their own", () => {
    for (const { actor_id: id = "" } of rowsOf("actors").filter((row) => row.actor_type === "person")) {
      expect(files.has(`actor/${id}.html`) || files.has(`id/${id}.html`), id).toBe(false);
      expect(pageOf("actor/index.html")).toContain(`id="${id}"`);
    }
    expect(pageOf("actor/index.html")).toContain('<meta name="robots" content="noindex">');
  });

  it("is said by a source if it is about a community", () => {
    const lines = rowsOf("actor_profile").filter((row) => row.attribute === "ethnic_constituency");
    const page = wordsOf("actor/jnim.html");
    for (const { value = "", actor_id: actor } of lines.filter((row) => row.actor_id === "jnim"))
      expect(page, actor).toContain(`says: ${value}`);
    expect(page).toContain("nobody may be singled out");
  });

  it("is said by a source in every list, drawing and heading, and the page carries the caution", () => {
    const communities = new Set(
      rowsOf("actors")
        .filter((row) => row.actor_type === "population_group")
        .map((row) => row.actor_id ?? ""),
    );
    const rows = rowsOf("events").filter(({ actor1_id: one = "", actor2_id: two = "" }) =>
      [one, two].some((id) => communities.has(id)),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { record_id: id = "" } of rows) {
      expect(wordsOf(`r/${id}.html`), id).toContain("nobody may be singled out");
      for (const path of ["timeline.html", "code/event_type.html"]) {
        const [main = ""] = /<main.*<\/main>/su.exec(pageOf(path)) ?? [];
        const links = [...main.matchAll(new RegExp(`<a href="[^"]*r/${id}\\.html"[^>]*>(.*?)</a>`, "gsu"))];
        for (const [, link = ""] of links) expect(link, id).toContain(" says: ");
      }
    }
  });
});
