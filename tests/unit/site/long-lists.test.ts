import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { Cells } from "#pipeline/site/release/release-view.ts";
import { filesOf, pagesIn } from "#tests/builders/site.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

/** More than two pages of 1,000 lines. */
const MANY = 2_300;
const many = (make: (at: number) => Cells): Cells[] => Array.from({ length: MANY }, (_, at) => make(at));

const sourced = { source_ids: "report", evidence: "report:p1s1", agreement: "", disagreement_ids: "" };
const release = aSiteRelease({
  actors: [
    { actor_id: "group", name: "A group", acronym: "", actor_type: "group", description: "", country: "" },
    ...many((at) => ({
      actor_id: `person-${at}`,
      name: `Person ${at}`,
      acronym: "",
      actor_type: "person",
      description: "",
      country: "",
    })),
  ],
  actor_relations: many((at) => ({
    ...{ record_id: `rel-${at}`, actor_id: `person-${at}`, actor: `Person ${at}`, relation: "leads", ...sourced },
    ...{ related_actor_id: "group", related_actor: "A group", place_id: "town", disagreement_ids: `dis-${at}` },
  })),
  places: [{ place_id: "town", name: "Town", kind: "town", country: "Mali" }],
  economic_warfare_incidents: many((at) => ({
    ...{ record_id: `inc-${at}`, actor_id: "group", mode: "denial", tactic: at % 2 === 0 ? "looting" : "theft" },
    ...{ purposes: "fear", targets: "herders", country: "Mali", place_id: "town", ...sourced },
  })),
  disagreements: many((at) => ({
    disagreement_id: `dis-${at}`,
    kind: at < 1_500 ? "time" : "number",
    question: "When?",
    note: "",
  })),
  disagreement_sides: many((at) => ({
    disagreement_id: `dis-${at}`,
    side: "1",
    source_id: "report",
    position: "Then",
    evidence: "p1s1",
  })),
  source_provenance: [{ source_id: "report", title: "Report", publisher: "Publisher", derived_from: "" }],
  evidence: many((at) => ({
    table: "actor_relations",
    record_id: `rel-${at}`,
    source_id: "report",
    locator: `p${at + 1}s1`,
    line: "1",
    page: "",
  })),
  codelists: [
    ["mode", "denial"],
    ["tactic", "looting"],
    ["tactic", "theft"],
    ["purpose", "fear"],
    ["target", "herders"],
    ["disagreement_kind", "time"],
    ["disagreement_kind", "number"],
  ].map(([codelist = "", code = ""]) => ({ codelist, code, label: code, definition: "" })),
});

let files: ReadonlyMap<string, string | null>;
let pages: readonly { readonly path: string; readonly text: string }[];
beforeAll(async () => {
  files = await filesOf({
    ...{ shown: ["1.2.0"], releases: [{ version: "1.2.0", created: "2026-01-31" }], outlines: NO_OUTLINES },
    ...{ base: null, style: "", script: "", feed: () => "", read: async () => release },
  });
  pages = pagesIn(files);
});

const idsIn = (text: string) => [...text.matchAll(/\sid="([^"]*)"/gu)].map(([, id = ""]) => id);
/** The text of all pages of a list: `warfare.html`, `warfare.2.html` and so on. */
const wholeList = (path: string) => {
  const parts = [path];
  for (let number = 2; files.has(path.replace(".html", `.${number}.html`)); number++)
    parts.push(path.replace(".html", `.${number}.html`));
  return { nParts: parts.length, text: parts.map((part) => files.get(part) ?? "").join("") };
};

describe("a list of more rows than a page holds", () => {
  it.each([
    ["actor/index.html", "person"],
    ["actor/group.html", "rel"],
    ["actor/group.html", "inc"],
    ["place/town.html", "rel"],
    ["warfare.html", "inc"],
    ["disagreements.html", "dis"],
    ["source/report.html", "rel"],
  ])("goes on to numbered pages and leaves nothing out: %s, %s", (path, kind) => {
    const { nParts, text } = wholeList(path);
    expect(nParts).toBeGreaterThan(2);
    const named = new Set([...text.matchAll(new RegExp(`\\b${kind}-\\d+\\b`, "gu"))].map(([id]) => id));
    expect(named.size).toBe(MANY);
  });

  it("has no page of more than 1,000 lines below its head", () => {
    const linesOf = (text: string) => (text.match(/<li><a href="[^"]*\br\/|<h3 id="dis-/gu) ?? []).length;
    const long = pages.filter(({ path, text }) => !path.startsWith("releases") && linesOf(text) > 1_000);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["actor/group.2.html", "h2"],
    ["place/town.2.html", "h3"],
    ["warfare.2.html", "h2"],
    ["disagreements.2.html", "h2"],
    ["source/report.2.html", "h2"],
  ])("says under which heading it goes on: %s, %s", (path, level) => {
    const text = files.get(path) ?? "";
    const [, first = ""] = new RegExp(`<${level}[^>]*>(.*?)</${level}>`, "u").exec(text) ?? [];
    expect(first).toMatch(/continued/u);
  });

  it("leads to each of its pages from each of them", () => {
    const parts = [...(files.get("actor/group.2.html") ?? "").matchAll(/<nav class="parts".*?<\/nav>/gsu)];
    const links = [...(parts[0]?.[0] ?? "").matchAll(/href="([^"]*)"/gu)].map(([, link]) => link);
    expect(links).toHaveLength(wholeList("actor/group.html").nParts);
    expect(links.slice(0, 2)).toEqual(["../actor/group.html", "../actor/group.2.html"]);
  });

  it("keeps every link to one of its lines alive", () => {
    const ids = new Map(pages.map(({ path, text }) => [path, new Set(idsIn(text))]));
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\shref="([^":]*)#([^"=]+)"/gu)].flatMap(([, target = "", anchor = ""]) => {
        const to = target === "" ? path : posix.normalize(posix.join(posix.dirname(path), target));
        return ids.get(to)?.has(decodeURIComponent(anchor)) === true ? [] : [`${path}: ${target}#${anchor}`];
      }),
    );
    expect(dead.slice(0, 5)).toEqual([]);
  });

  it("gives each id once on a page", () => {
    const doubled = pages.filter(({ text }) => new Set(idsIn(text)).size !== idsIn(text).length);
    expect(doubled.map(({ path }) => path)).toEqual([]);
  });
});
