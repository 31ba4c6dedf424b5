import { describe, expect, it } from "vitest";
import { correctionKey } from "#pipeline/publish/plan/corrections.ts";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, type ReleaseSketch, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

type Correction = CodedRow<"corrections">;

const correction = (record_id: string, column: string | null, reason: string): Correction => ({
  table: "events",
  record_id,
  column,
  reason,
});

const events = (...rows: readonly Readonly<Record<string, string>>[]): TableSketch => ({
  columns: {
    record_id: "string",
    date_text: "string",
    date: "string",
    date_earliest: "string",
    description: "string",
    n_sources: "integer",
  },
  rows,
});
const event = (record_id: string, cells: Readonly<Record<string, string>> = {}) => ({
  ...{ record_id, date_text: "2017", date: "2017", date_earliest: "2017-01-01" },
  ...{ description: "A clash.", n_sources: "2" },
  ...cells,
});
const LATER = { date_text: "2018", date: "2018", date_earliest: "2018-01-01" };

interface Rest extends ReleaseSketch {
  /** The corrections from which the last release was made. */
  readonly seen?: readonly Correction[];
}

function plan(before: TableSketch, after: TableSketch, corrections: readonly Correction[], rest: Rest = {}) {
  const retired = someTombstones("events/evt-9");
  return planNextRelease({
    last: readLast(readerOf(aRelease({ ...rest, tables: { events: before, retired } }))),
    candidate: readerOf(aRelease({ ...rest, tables: { events: after, retired } })),
    others: { files: [], newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements({ corrections }),
    correctionKeys: new Set((rest.seen ?? []).map(correctionKey)),
    retiredPath: "raw/coded/retired.csv",
  });
}

const reasonsIn = ({ changes }: ReturnType<typeof plan>) =>
  Object.fromEntries(changes.map(({ record_id, column, reason }) => [`${record_id} ${column}`, reason]));

describe("the reasons of corrections.csv", () => {
  it("go to the cells of a coded column, and to cells that no source states", () => {
    const changed = event("evt-1", { ...LATER, description: "A fight.", n_sources: "1" });
    expect(
      reasonsIn(plan(events(event("evt-1")), events(changed), [correction("evt-1", "date", "It was later.")])),
    ).toEqual({
      "evt-1 date_text": "It was later.",
      "evt-1 date": "It was later.",
      "evt-1 date_earliest": "derived: follows from date",
      "evt-1 description": null,
      "evt-1 n_sources": "derived: follows from date_text, date, description",
    });
  });

  it("go to a whole record, beside the reason for one of its columns", () => {
    const changed = event("evt-1", { date: "2018", description: "A fight." });
    const rows = [correction("evt-1", null, "Read again."), correction("evt-1", "date", "It was later.")];
    expect(reasonsIn(plan(events(event("evt-1")), events(changed), rows))).toEqual({
      "evt-1 date": "Read again. | It was later.",
      "evt-1 description": "Read again.",
    });
  });

  it("go to the words of a date only if these have no reason of their own", () => {
    const rows = [correction("evt-1", "date", "It was later."), correction("evt-1", "date_text", "A slip.")];
    expect(reasonsIn(plan(events(event("evt-1")), events(event("evt-1", LATER)), rows))).toMatchObject({
      "evt-1 date_text": "A slip.",
      "evt-1 date": "It was later.",
    });
  });

  it("go from a disagreement to its sides, which have no id of their own", () => {
    const side = (position: string): TableSketch => ({
      columns: { disagreement_id: "string", side: "string", position: "string" },
      key: ["disagreement_id", "side"],
      rows: [{ disagreement_id: "dis-001", side: "a", position }],
    });
    const reason: Correction = { table: "disagreements", record_id: "dis-001", column: null, reason: "Read again." };
    const found = planNextRelease({
      last: readLast(readerOf(aRelease({ tables: { disagreement_sides: side("in 2017") } }))),
      candidate: readerOf(aRelease({ tables: { disagreement_sides: side("in 2018") } })),
      others: { files: [], newEditions: [], reformedEditions: [] },
      created: "2026-12-01",
      judgements: someJudgements({ corrections: [reason] }),
      correctionKeys: new Set(),
      retiredPath: "raw/coded/retired.csv",
    });
    expect(found.issues).toEqual([]);
    expect(reasonsIn(found)).toEqual({ "dis-001/a position": "Read again." });
  });

  describe("for a link to event data, which has no id of its own", () => {
    const links = (verdict: string, event_edition = "23.1"): TableSketch => ({
      columns: { table: "string", record_id: "string", event_id: "string", event_edition: "string", verdict: "string" },
      key: ["table", "record_id", "event_id"],
      rows: [{ table: "events", record_id: "evt-1", event_id: "9/1", event_edition, verdict }],
    });
    const planLinks = (after: TableSketch, ...corrections: readonly Correction[]) =>
      planNextRelease({
        last: readLast(readerOf(aRelease({ tables: { event_links: links("same") } }))),
        candidate: readerOf(aRelease({ tables: { event_links: after } })),
        others: { files: [], newEditions: [], reformedEditions: [] },
        created: "2026-12-01",
        judgements: someJudgements({ corrections }),
        correctionKeys: new Set(),
        retiredPath: "raw/coded/retired.csv",
      });

    it("are those of its record, and a verdict that changes without one has none", () => {
      expect(reasonsIn(planLinks(links("different")))).toEqual({ "events/evt-1/9/1 verdict": null });
      const found = planLinks(links("different"), correction("evt-1", null, "Read again."));
      expect(found.issues).toEqual([]);
      expect(reasonsIn(found)).toEqual({ "events/evt-1/9/1 verdict": "Read again." });
    });

    it("are not those for a column of its record", () => {
      const found = planLinks(links("different"), correction("evt-1", "date", "It was later."));
      expect(found.issues).toMatchObject([{ code: "publish/idle-correction" }]);
    });

    it("can be one for all links, as after a new edition", () => {
      const every: Correction = { table: "event_links", record_id: "*", column: null, reason: "Compared with 24.1." };
      expect(reasonsIn(planLinks(links("same", "24.1"), every))).toEqual({
        "events/evt-1/9/1 event_edition": "Compared with 24.1.",
      });
    });

    it("are not needed where it is gone: it comes and goes with its judgement", () => {
      const { issues } = planLinks({ ...links("same"), rows: [] });
      expect(issues).toEqual([]);
    });
  });

  it("go to several records, to new ones, and with * to all that have none of their own", () => {
    const before = events(event("evt-1"), event("evt-2"), event("evt-3"));
    const after = events(...["evt-1", "evt-2", "evt-3"].map((id) => event(id, { date: "2018" })), event("evt-4"));
    const rows = [correction("evt-1; evt-4", null, "Read again."), correction("*", "date", "By a new rule.")];
    expect(reasonsIn(plan(before, after, rows))).toEqual({
      "evt-1 date": "Read again.",
      "evt-2 date": "By a new rule.",
      "evt-3 date": "By a new rule.",
      "evt-4 null": "Read again.",
    });
  });
});

describe("a reason that begins like the mark of what is derived", () => {
  it.each(["derived", "derived: from the map", "derived | from the map"])("is published as stated: %s", (reason) => {
    const rows = [correction("evt-1", "date", reason)];
    const [before, after] = [events(event("evt-1")), events(event("evt-1", LATER))];
    const found = plan(before, after, rows);
    expect(found.issues).toEqual([]);
    expect(reasonsIn(found)).toEqual({
      "evt-1 date_text": `stated | ${reason}`,
      "evt-1 date": `stated | ${reason}`,
      "evt-1 date_earliest": "derived: follows from date",
    });
    const later = plan(after, events(event("evt-1")), rows, { version: "1.0.1", changes: found.changes });
    expect(later.issues).toEqual([]);
    expect(reasonsIn({ ...later, changes: later.changes.filter(({ version }) => version !== "1.0.1") })).toMatchObject({
      "evt-1 date": null,
    });
  });

  it("is not taken for published because a derived cell has the mark", () => {
    const published = plan(events(event("evt-1")), events(event("evt-1", { n_sources: "3" })), []).changes;
    expect(published.map(({ reason }) => reason)).toEqual(["derived"]);
    const [before, after] = [events(event("evt-1")), events(event("evt-1", { description: "A fight." }))];
    const next = plan(before, after, [correction("evt-1", "description", "derived")], {
      version: "1.0.1",
      changes: published,
    });
    expect(next.changes[0]?.reason).toBe("stated | derived");
  });
});

describe("a reason that a release has published", () => {
  it("explains no later change of the same record", () => {
    const published = {
      version: "1.0.1",
      change: "changed",
      table: "events",
      record_id: "evt-1",
      column: "date",
      old_value: "2017",
      new_value: "2018",
      reason: "Read again. | It was later.",
    } as const;
    const later = plan(
      events(event("evt-1"), event("evt-2")),
      events(event("evt-1", { description: "A fight." }), event("evt-2", { description: "A fight." })),
      [correction("evt-1; evt-2", null, "Read again.")],
      { version: "1.0.1", changes: [published] },
    );
    const fresh = later.changes.filter(({ version }) => version !== "1.0.1");
    expect(fresh.map(({ record_id, reason }) => [record_id, reason])).toEqual([
      ["evt-1", null],
      ["evt-2", "Read again."],
    ]);
    expect(later.issues).toEqual([]);
  });
});

describe("a correction that explains nothing", () => {
  const idle = ({ issues }: ReturnType<typeof plan>) =>
    issues.map((issue) => (issue.code === "publish/idle-correction" ? [issue.at.line, issue.ids.join()] : issue.code));

  it("is an error where its record or its column does not change", () => {
    const before = events(event("evt-1"), event("evt-2"));
    const after = events(event("evt-1", { date: "2018" }), event("evt-2"));
    const rows = [
      correction("evt-1", "date", "It was later."),
      correction("evt-1", "description", "Other words."),
      correction("evt-1; evt-2", null, "Read again."),
      correction("evt-7", null, "There is none."),
      correction("*", "description", "By a new rule."),
    ];
    expect(idle(plan(before, after, rows))).toEqual([
      [3, "evt-1"],
      [4, "evt-2"],
      [5, "evt-7"],
      [6, "*"],
    ]);
  });

  it("is none where a release has published its reason", () => {
    const published = {
      version: "1.0.1",
      change: "changed",
      table: "events",
      record_id: "evt-1",
      column: "date",
      old_value: "2017",
      new_value: "2018",
      reason: "It was later.",
    } as const;
    const same = events(event("evt-1"));
    const rest = { version: "1.0.1", changes: [published] };
    const rows = [correction("evt-1", "date", "It was later."), correction("*", null, "It was later.")];
    expect(idle(plan(same, same, rows, rest))).toEqual([]);
    expect(idle(plan(same, same, [correction("evt-1", "date", "For another reason.")], rest))).toEqual([[2, "evt-1"]]);
  });

  it("is none where its reason, which has a bar in it, is published beside another one", () => {
    const rows = [correction("evt-1", null, "Read again."), correction("evt-1", "date", "It was later | or never.")];
    const found = plan(events(event("evt-1")), events(event("evt-1", { date: "2018" })), rows);
    expect(found.changes[0]?.reason).toBe("Read again. | It was later | or never.");
    expect(found.issues).toEqual([]);
  });

  it("is none where it was there when the last release was made, as in a first release", () => {
    const same = events(event("evt-1"));
    const rows = [correction("evt-1", null, "Old."), correction("evt-1", "date", "New.")];
    const rest = { seen: rows.slice(0, 1) };
    expect(idle(plan(same, same, rows, rest))).toEqual([[3, "evt-1"]]);
    expect(idle(plan(same, same, rows.slice(0, 1), rest))).toEqual([]);
  });
});
