import { describe, expect, it } from "vitest";
import { hasErrors } from "#pipeline/core/issue.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput, aSource, type CodedTables, someCodedTables } from "#tests/builders/raw.ts";

const sources = [aSource("source-a"), aSource("source-b"), aSource("draft-c", { status: "draft" })];
const event = (record_id: string, cells = {}) =>
  aCodedRow("events", { record_id, place_id: "mali", date_text: "then", date: "2019", ...cells });
const side = (letter: string, source_id: string, record_id = "evt-1") =>
  aCodedRow("disagreement_sides", {
    ...{ disagreement_id: "dis-1", side: letter, table: "events", record_id, source_id },
    column: null,
  });

/** What the published sources say; a draft is not among them. */
const PUBLISHED: CodedTables = { events: [event("evt-1")], sources: sources.slice(0, 2) };

/** The same, and what only a draft says, in every kind of table. */
const WITH_DRAFT: CodedTables = {
  sources,
  events: [
    event("evt-1", { source_id: "draft-c", date: "2019-03" }),
    event("evt-1"),
    event("evt-2", { source_id: "draft-c" }),
  ],
  profile: [aCodedRow("profile", { record_id: "prf-1", source_id: "draft-c", actor_id: "group-c" })],
  actor_names: [aCodedRow("actor_names", { record_id: "nam-1", source_id: "draft-c", actor_id: "group-c" })],
  actors: [...(someCodedTables({}).actors ?? []), aCodedRow("actors", { actor_id: "group-c", name: "Group C" })],
  places: [
    ...(someCodedTables({}).places ?? []),
    { ...(someCodedTables({}).places ?? [])[0], place_id: "place-c", name: "Place C" },
  ],
  expansion: [
    aCodedRow("expansion", {
      actor_id: "group-c",
      record_id: "exp-1",
      source_id: "draft-c",
      place_id: "place-c",
      date: null,
    }),
  ],
  cited_works: [aCodedRow("cited_works", { work_id: "wrk-1", source_id: "draft-c" })],
  errata: [aCodedRow("errata", { erratum_id: "err-1", source_id: "draft-c", as_printed: "Malli", corrected: "Mali" })],
  passed_over: [aCodedRow("passed_over", { source_id: "draft-c", locator: "p1s5" })],
  disagreements: [aCodedRow("disagreements", { disagreement_id: "dis-1" })],
  disagreement_sides: [side("a", "source-a"), side("b", "draft-c")],
};

const run = (tables: CodedTables) => {
  const outcome = resolveRaw(aRawInput(tables));
  const codesOf = (issues: typeof outcome.issues) =>
    issues.filter((issue) => hasErrors([issue])).map(({ code, at }) => `${code} ${at.file}:${at.line}`);
  return {
    ...outcome,
    errors: codesOf(outcome.issues),
    stopping: codesOf(outcome.publishable.issues),
    published: publishedRows(outcome.publishable.resolution),
    all: publishedRows(outcome.resolution),
  };
};

describe("a draft source", () => {
  const { published, all, errors, issues, publishable } = run(WITH_DRAFT);

  it("leaves nothing in what is published", () => {
    expect(errors).toEqual([]);
    expect(JSON.stringify(published)).not.toMatch(/draft-c|group-c|place-c|dis-1|prf-1|evt-2/iu);
    expect(published).toEqual(run({ ...PUBLISHED, actors: someCodedTables({}).actors ?? [] }).published);
  });

  it("is resolved with the others, and counted", () => {
    const text = JSON.stringify(all);
    const ids = ["draft-c", "group-c", "place-c", "dis-1", "prf-1", "evt-2", "wrk-1", "err-1"];
    expect(ids.filter((id) => !text.includes(id))).toEqual([]);
    expect(publishable).toMatchObject({ drafts: ["draft-c"], nRows: 9 });
  });

  it("may have unread sentences, which no warning names", () => {
    const unread = issues.flatMap((issue) => (issue.code === "resolve/unread-sentences" ? [issue.sourceId] : []));
    expect(new Set(unread)).toEqual(new Set(["source-a", "source-b"]));
  });

  it("adds everything once it is published", () => {
    const done = sources.map((source) => ({ ...source, status: "published" }));
    const { published: after, stopping } = run({ ...WITH_DRAFT, sources: done });
    expect(stopping).toEqual([]);
    expect(after).toEqual({ ...all, source_provenance: after.source_provenance });
    expect(after.source_provenance.map(({ status }) => status)).toEqual(["published", "published", "published"]);
  });
});

describe("an error of a draft source", () => {
  it.each<[string, CodedTables, string[]]>([
    [
      "in a cell",
      { events: [event("evt-1"), event("evt-2", { source_id: "draft-c", date: "soon" })] },
      ["stage/bad-date raw/coded/events.csv:3"],
    ],
    [
      "in a reference",
      { events: [event("evt-1"), event("evt-2", { source_id: "draft-c", place_id: "atlantis" })] },
      ["resolve/unknown-reference raw/coded/events.csv:3"],
    ],
    [
      "that shows at a row of another source",
      {
        events: [
          event("evt-1", { source_id: "draft-c", event_type: "base_overrun" }),
          event("evt-1", { event_type: "formation" }),
        ],
      },
      ["resolve/identity-mismatch raw/coded/events.csv:3"],
    ],
    [
      "in an actor that only it names",
      {
        events: [event("evt-1"), event("evt-2", { source_id: "draft-c", actor1_id: "group-c" })],
        actors: [
          ...(someCodedTables({}).actors ?? []),
          aCodedRow("actors", { actor_id: "group-c", actor_type: "no-such-type" }),
        ],
      },
      ["stage/unknown-code raw/coded/actors.csv:4"],
    ],
  ])("%s is reported, and does not stop a release", (_, tables, expected) => {
    const { errors, stopping } = run({ sources, ...tables });
    expect({ errors, stopping }).toEqual({ errors: expected, stopping: [] });
  });

  it("stops a release if the row of another source has one too", () => {
    const { stopping } = run({
      sources,
      events: [event("evt-1", { date: "soon" }), event("evt-2", { source_id: "draft-c" })],
    });
    expect(stopping).toEqual(["stage/bad-date raw/coded/events.csv:2"]);
  });
});

describe("a published row", () => {
  it.each<[string, CodedTables]>([
    ["a work", { events: [event("evt-1", { cited_work_ids: "wrk-1" })], cited_works: WITH_DRAFT.cited_works ?? [] }],
    ["a source", { sources: [aSource("source-a", { derived_from: "draft-c" }), ...sources.slice(1)] }],
    ["a record", { events: [event("evt-1", { split_from: "evt-2" }), event("evt-2", { source_id: "draft-c" })] }],
    [
      "a replacement",
      {
        events: [event("evt-1"), event("evt-2", { source_id: "draft-c" })],
        retired: [aCodedRow("retired", { table: "events", record_id: "evt-3", replaced_by: "evt-2" })],
      },
    ],
  ])("that names %s of a draft stops a release", (_, tables) => {
    const { errors, stopping } = run({ ...PUBLISHED, sources, ...tables });
    expect(stopping).toEqual([expect.stringMatching(/^resolve\/only-in-draft /u)]);
    expect(errors).toEqual(stopping);
  });
});

describe("a judgement", () => {
  it("that needs a draft waits for it", () => {
    const decision = { table: "events", record_id: "evt-1", column: "date", source_id: "source-a" };
    const { stopping, errors } = run({
      sources: [aSource("source-a"), aSource("source-b"), aSource("draft-c", { status: "draft", reliability: "B" })],
      events: [event("evt-1"), event("evt-1", { source_id: "draft-c", date: "2018" })],
      decisions: [aCodedRow("decisions", decision)],
      disagreements: [aCodedRow("disagreements", { disagreement_id: "dis-1" })],
      disagreement_sides: [
        { ...side("a", "source-a"), column: "date" },
        { ...side("b", "draft-c"), column: "date" },
      ],
    });
    expect({ stopping, errors: errors.filter((error) => !error.includes("stale-decision")) }).toEqual({
      stopping: [],
      errors: [],
    });
  });

  it("with two published sides stays without the side of a draft", () => {
    const { published } = run({
      ...WITH_DRAFT,
      events: [...(WITH_DRAFT.events ?? []), event("evt-1", { source_id: "source-b" })],
      disagreement_sides: [side("a", "source-a"), side("b", "draft-c"), side("c", "source-b")],
    });
    expect(published.disagreement_sides.map(({ side: letter }) => letter)).toEqual(["a", "c"]);
    expect(published.disagreements).toMatchObject([{ n_sides: 2, n_sources: 2 }]);
  });
});
