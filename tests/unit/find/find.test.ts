import { describe, expect, it } from "vitest";
import { entriesOf } from "#pipeline/find/entries.ts";
import { formatHits } from "#pipeline/find/format-hits.ts";
import { finder } from "#pipeline/find/search.ts";
import { aCodedRow } from "#tests/builders/raw.ts";
import { stagedRaw } from "#tests/builders/staged-raw.ts";

const { tables } = stagedRaw({
  actors: [
    aCodedRow("actors", { actor_id: "jnim", name: "Jama'at Nusrat", acronym: "JNIM", country: null }),
    aCodedRow("actors", { actor_id: "jnim-north", name: "Northern branch", acronym: null }),
    aCodedRow("actors", { actor_id: "border-force", name: "Force frontalière", country: "no-such-code" }),
  ],
  actor_names: [
    aCodedRow("actor_names", { record_id: "nam-001", actor_id: "jnim", name: "Support Group" }),
    aCodedRow("actor_names", { record_id: "nam-001", actor_id: "jnim", name: "Support Group", evidence: "p1s2" }),
  ],
  cited_works: [aCodedRow("cited_works", { work_id: "wrk-001", title: "Sur la frontière" })],
  retired: [aCodedRow("retired", { record_id: "evt-012", replaced_by: "evt-011" })],
  events: [
    aCodedRow("events", {
      record_id: "evt-001",
      actor1_id: "border-force",
      date: "2012",
      date_text: "2012",
      description: "A post was set on fire.",
    }),
    aCodedRow("events", { record_id: "evt-001", source_id: "source-b", description: "The post was burnt." }),
  ],
});
const search = finder(entriesOf(tables));
const found = (...words: string[]) =>
  search.find(words).map(({ entry, match }) => `${match} ${entry.kind} ${entry.id}`);
const nearest = (...words: string[]) => search.findNearest(words).map(({ entry }) => entry.id);

describe("a search", () => {
  it("finds by id, label, alias and acronym, whatever the case and accents, best first", () => {
    expect(found("JNIM").slice(0, 3)).toEqual([
      "exact actor jnim",
      "begins actor jnim-north",
      "elsewhere record nam-001",
    ]);
    expect(found("jamaat")).toContain("begins actor jnim");
    expect(found("support", "group").slice(0, 2)).toEqual(["exact actor jnim", "exact record nam-001"]);
    expect(found("force", "FRONTALIERE")[0]).toBe("exact actor border-force");
    expect(found("frontiere")).toEqual(["contains work wrk-001"]);
  });

  it("needs all words, in any order and any row of a record", () => {
    expect(found("burnt", "fire")).toEqual(["elsewhere record evt-001"]);
    expect(found("burnt", "water")).toEqual([]);
  });

  it("looks through the names of the actors and places of a record", () => {
    expect(found("frontalière", "burnt")).toEqual(["elsewhere record evt-001"]);
  });

  it("keeps together what is one word to the person who types it", () => {
    expect(found("evt-012")).toEqual(["exact retired evt-012"]);
  });

  it("finds rows with errors, as far as they can be read", () => {
    expect(found("border-force")[0]).toBe("exact actor border-force");
  });

  it("finds codes by label and definition, with the columns that take them", () => {
    const [hit] = search.find(["Taxation"]);
    expect(hit).toMatchObject({
      match: "exact",
      entry: { kind: "code", id: "taxation", facts: { columns: ["economic_warfare.tactic"] } },
    });
    expect(found("tax").slice(0, 2)).toEqual(["begins code taxation", "elsewhere code resourcing"]);
  });

  it("finds nothing for no words", () => {
    expect(found("…", " ")).toEqual([]);
  });
});

describe("what comes nearest", () => {
  it("is what has a name that is spelt almost alike", () => {
    expect(nearest("suport", "gruop")).toEqual(["jnim", "nam-001"]);
    expect(nearest("frontalier")[0]).toBe("border-force");
  });

  it("is else what has the most of the words", () => {
    expect(nearest("post", "fire", "xylophone")).toEqual(["evt-001"]);
  });

  it("is nothing if no word is known", () => {
    expect(nearest("xylophone")).toEqual([]);
  });
});

describe("hits on a terminal", () => {
  it("stand by kind, with what a coder needs next to an id", () => {
    expect(formatHits(search.find(["support", "group"]).slice(0, 2), { all: false })).toBe(
      [
        "Actors:",
        "  jnim  Jama'at Nusrat",
        "    type: jihadist_group · also: JNIM; Support Group",
        "",
        "Records:",
        "  nam-001  Support Group",
        "    table: actor_names · about: jnim; translation; Support Group · sources:",
        "    source-a",
      ].join("\n"),
    );
  });

  it("are a few of each kind, and with all the whole list", () => {
    const hits = search.find(["attack"]);
    const codes = hits.filter(({ entry }) => entry.kind === "code").length;
    expect(formatHits(hits, { all: false })).toContain(`  … and ${codes - 6} more. To see all, add --all.`);
    expect(formatHits(hits, { all: true })).not.toContain("more. To see all");
  });
});
