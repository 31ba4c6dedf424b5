import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { explain } from "#pipeline/explain/explain.ts";
import { isKnownRecord } from "#pipeline/explain/find-record.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { eventType } from "#schemas/codelists/events.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const TEXT = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

const event = (cells: Row) =>
  aCodedRow("events", { record_id: "evt-1", place_id: "mali", date_text: "then", ...cells });

const { staged, resolution } = resolveRaw(
  aRawInput({
    events: [
      event({ date: "2019-03", evidence: "p1s1" }),
      event({
        date: "2020",
        evidence: "p1s2; p1s4",
        source_id: "source-b",
        certainty: "attributed",
        attributed_to: "A witness",
      }),
    ],
    errata: [
      aCodedRow("errata", {
        erratum_id: "err-1",
        source_id: "source-b",
        evidence: "p1s4",
        as_printed: "Fuor",
        corrected: "Four",
      }),
      aCodedRow("errata", {
        erratum_id: "err-2",
        source_id: "source-a",
        evidence: "p1s9",
        as_printed: "Nien",
        corrected: "Nine",
      }),
    ],
    cited_works: [aCodedRow("cited_works", { work_id: "wrk-1", source_id: "source-a", evidence: "p1s10" })],
  }),
);

const ask = (table: PublishedTableName | null, recordId: string, column: string | null = null, isTextAtHand = true) =>
  explain(
    { table, recordId, column },
    {
      resolution,
      tables: staged.tables,
      indexes: staged.indexes,
      texts: new Map(isTextAtHand ? [["source-b", TEXT]] : []),
    },
  );

describe("explaining a record", () => {
  it("says what a code means if its column is asked for", () => {
    const [column] = ask("events", "evt-1", "event_type").columns;
    const meaning = eventType.codes.find(({ code }) => code === column?.values.event_type)?.definition;
    expect(column?.description).toMatch(new RegExp(`\\. ${column?.values.event_type}: ${meaning}$`, "u"));
  });

  it("leads a column to the rule, the claims that won and lost, and their statements", () => {
    const { columns, statements } = ask("events", "evt-1", "date");
    expect(columns).toMatchObject([
      {
        name: "date",
        values: { date: "2019-03" },
        from: null,
        rule: "most_precise",
        agreement: "conflicting",
        claims: [
          { value: "2019-03", status: "accepted", statement: 1 },
          { value: "2020", status: "outvoted", statement: 2 },
        ],
      },
    ]);
    expect(statements).toMatchObject([
      { number: 1, sourceId: "source-a", certainty: "stated", evidence: "p1s1", at: "raw/coded/events.csv:2" },
      { number: 2, sourceId: "source-b", certainty: "attributed", attributedTo: "A witness" },
    ]);
  });

  it("shows a sentence if its text is available, and always its place and hash", () => {
    const [first, second] = ask("events", "evt-1").statements;
    expect(second?.sentences.map(({ locator, text }) => [locator, text])).toEqual([
      ["p1s2", "Two."],
      ["p1s4", "Four."],
    ]);
    expect(first?.sentences).toMatchObject([{ locator: "p1s1", line: 1, words: 1, text: null }]);
    expect(formatExplanation(ask("events", "evt-1", "date", false))).toContain("line 1, 1 word;");
    expect(first?.sentences[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("says once how to see the sentences whose text is not available", () => {
    const hint = "To see the sentences whose text is not available,";
    expect(formatExplanation(ask("events", "evt-1", null, false)).split(hint)).toHaveLength(2);
    expect(formatExplanation(ask("errata", "err-1"))).not.toContain(hint);
  });

  it("names the errata that touch the sentences shown, and no others", () => {
    expect(ask("events", "evt-1").errata.map(({ erratumId }) => erratumId)).toEqual(["err-1"]);
  });

  it("explains a derived column by the coded column that it comes from", () => {
    expect(ask("events", "evt-1", "date_earliest").columns).toMatchObject([
      { name: "date_earliest", values: { date_earliest: "2019-03-01" }, from: "date", rule: "most_precise" },
    ]);
    expect(ask("events", "evt-1", "country").columns).toMatchObject([
      { values: { country: "Mali" }, from: "place_id" },
    ]);
    expect(ask("events", "evt-1", "n_sources").columns).toMatchObject([
      { values: { n_sources: 2 }, from: null, claims: [] },
    ]);
  });

  it("finds a record by its id alone, and a claim's record and column by the claim's", () => {
    expect(ask(null, "evt-1").table).toBe("events");
    const dates = resolution.find("events", "evt-1")?.columns?.find(({ column }) => column.name === "date");
    const claimId = dates?.claims[0]?.row.claim_id ?? "";
    expect(ask("claims", claimId)).toMatchObject({ recordId: "evt-1", asked: "date" });
  });

  it("explains rows of registers by their own sentences and by what names them", () => {
    expect(ask("cited_works", "wrk-1").statements).toMatchObject([
      { at: "raw/coded/cited_works.csv:2", evidence: "p1s10" },
    ]);
    expect(ask("errata", "err-1").statements[0]?.sentences).toMatchObject([{ text: "Four." }]);
    expect(ask("places", "mali").namedBy).toEqual([{ table: "events", column: "place_id", recordId: "evt-1" }]);
    expect(ask("source_provenance", "source-a").columns.map(({ name }) => name)).toContain("n_records_alone");
  });

  it.each([
    ["events", "evt-11", null, 'Did you mean "evt-1"?'],
    ["actors", "evt-1", null, "not in actors, but in events"],
    ["events", "evt-1", "dat", 'Did you mean "date"?'],
    ["evidence", "p1s1", null, "no ids of their own"],
    ["evidence", "", null, "no ids of their own"],
    ["events", "", null, "for example: npm run pipeline -- explain events evt-1"],
    ["claims", "", null, "for example: npm run pipeline -- explain claims clm-"],
    ["actor_names", "", null, "actor_names has no records."],
  ] as const)("names what exists instead of %s %s %s", (table, recordId, column, message) => {
    expect(() => ask(table, recordId, column)).toThrow(UsageError);
    expect(() => ask(table, recordId, column)).toThrow(message);
  });

  it("takes a question without a record for answered, so that no release is searched", () => {
    expect(isKnownRecord({ table: "events", recordId: "", column: null }, resolution)).toBe(true);
  });

  it("says that the leading statement gives no value where only others do", () => {
    const found = resolveRaw(
      aRawInput({
        events: [
          event({ evidence: "p1s1", fatalities: null }),
          ...["p1s2", "p1s3"].map((evidence) => event({ evidence, fatalities: "5", certainty: "hedged" })),
        ],
      }),
    );
    const texts = new Map<string, string>();
    const { tables, indexes } = found.staged;
    const titleOf = (column: string) =>
      formatExplanation(
        explain({ table: "events", recordId: "evt-1", column }, { ...found, tables, indexes, texts }),
      ).match(/^Statements.*$/mu)?.[0];
    expect(titleOf("place_id")).toBe("Statements, the leading one first:");
    expect(titleOf("fatalities")).toBe("Statements that give a value ([1], which leads, gives none):");
  });

  it("says why a claim does not count", () => {
    const whyNot = (rows: readonly Row[], column: string) => {
      const found = resolveRaw(
        aRawInput({
          sources: [aSource("source-a"), aSource("source-b"), aSource("echo", { derived_from: "source-a" })],
          events: rows,
        }),
      );
      const { tables, indexes } = found.staged;
      const question = { table: "events" as const, recordId: "evt-1", column };
      const { columns } = explain(question, { resolution: found.resolution, tables, indexes, texts: new Map() });
      return columns.flatMap(({ claims }) => claims.map((claim) => claim.whyNot));
    };
    const lead = event({ date: null, date_text: null });
    const other = { source_id: "source-b", evidence: "p1s2" };
    expect(whyNot([lead, event({ ...other, date: "2019" })], "date")).toEqual(["undated-lead"]);
    expect(whyNot([lead, event({ ...other, certainty: "hedged", fatalities: "5" })], "fatalities_low")).toEqual([
      "weaker",
    ]);
    expect(whyNot([lead, event({ source_id: "echo", fatalities: "5" })], "fatalities_low")).toEqual(["retelling"]);
    expect(whyNot([lead, event(other)], "description")).toEqual([null, "not-leading"]);
    const cited = { cited_work_ids: "wrk-1", date: "2017", date_text: "then" };
    expect(whyNot([event({ date: "2019" }), event({ ...other, ...cited })], "cited_work_ids")).toEqual(["set-aside"]);
  });

  it("shows the sides of a disagreement with their sentences", () => {
    const side = (cells: Row) =>
      aCodedRow("disagreement_sides", { disagreement_id: "dis-1", table: "events", record_id: "evt-1", ...cells });
    const found = resolveRaw(
      aRawInput({
        events: [event({ date: "2019" }), event({ date: "2018", source_id: "source-b" })],
        disagreements: [aCodedRow("disagreements", { disagreement_id: "dis-1", question: "When was it?" })],
        disagreement_sides: [
          side({ side: "a", source_id: "source-a", evidence: "p1s1", column: "date", position: "in 2019" }),
          side({ side: "b", source_id: "source-b", evidence: "p1s1", column: "date", position: "in 2018" }),
        ],
      }),
    );
    const { tables, indexes } = found.staged;
    const question = { table: null, recordId: "dis-1", column: null };
    const shown = explain(question, { resolution: found.resolution, tables, indexes, texts: new Map() });
    expect(shown.statements.map(({ sourceId, at, sentences }) => [sourceId, at, sentences.length])).toEqual([
      ["source-a", "Side a, evt-1: in 2019", 1],
      ["source-b", "Side b, evt-1: in 2018", 1],
    ]);
    expect(formatExplanation(shown)).toContain("\nSides:\n");
  });

  it("shows the events and counts of event data beside it, as they are published", () => {
    const link = { table: "events", decided_by: "coder", verdict: "part_of", coder: "reader-1", reason: "It is." };
    const count = { table: "actor_profile", record_id: "prf-1", query: "attacks", definition: "declared" };
    const found = resolveRaw(
      aRawInput({
        events: [event({ date: "2019" }), event({ record_id: "evt-2", date: "2018" })],
        profile: [aCodedRow("profile", { attribute: "attacks_n", amount: "9", unit: "attacks", record_id: "prf-1" })],
        event_links: [
          aCodedRow("event_links", { ...link, record_id: "evt-1", event_id: "900001", gap_days: 1 }),
          aCodedRow("event_links", { ...link, record_id: "evt-2", event_id: "900002" }),
          aCodedRow("event_links", { ...link, record_id: "evt-1", event_id: "900003", event_source: "acled" }),
        ],
        event_counts: [
          aCodedRow("event_counts", { ...count, coder: "reader-1", counted: 1640, n_events: 1640, n_vague: 1 }),
        ],
      }),
    );
    const { tables, indexes } = found.staged;
    const shown = (recordId: string) =>
      explain(
        { table: null, recordId, column: null },
        { resolution: found.resolution, tables, indexes, texts: new Map() },
      );
    expect(shown("evt-1").eventLinks).toMatchObject([{ eventId: "900001", verdict: "part_of", distanceM: null }]);
    expect(formatExplanation(shown("evt-1"))).toContain(
      "\nBeside events of event data:\n  ucdp-ged 23.1 900001: part of, decided by reader-1; 1 day apart. It is.",
    );
    expect(shown("prf-1")).toMatchObject({ eventLinks: [], eventCounts: [{ counted: 1640, nVague: 1 }] });
    expect(formatExplanation(shown("prf-1"))).toMatch(
      /no verdict on it:\n {2}ucdp-ged 23\.1 attacks, declared \(BFA, 2021-01-01 to 2021-12-31\): 1,640 attacks\s+\(1,640 events; 1 vague event left out\)\./u,
    );
  });

  it("says once what each query and each definition of the counts means", () => {
    const count = { table: "actor_profile", record_id: "prf-1", coder: "reader-1", query: "share_of_all" };
    const found = resolveRaw(
      aRawInput({
        profile: [aCodedRow("profile", { record_id: "prf-1" })],
        event_counts: [
          aCodedRow("event_counts", { ...count, definition: "wider", counted: 7, n_events: 9, n_events_all: 120 }),
          aCodedRow("event_counts", { ...count, definition: "declared", counted: 5 }),
          aCodedRow("event_counts", { ...count, definition: "declared", event_source: "ucdp-candidate" }),
        ],
      }),
    );
    const { tables, indexes } = found.staged;
    const question = { table: null, recordId: "prf-1", column: null };
    const words = formatExplanation(
      explain(question, { resolution: found.resolution, tables, indexes, texts: new Map() }),
    );
    expect(words.split("  Query share_of_all: Violent events in which")).toHaveLength(2);
    expect(words.split("  Definition declared: Events of the actor and its family")).toHaveLength(2);
    expect(words.split("  Definition wider: ")).toHaveLength(2);
    expect(words.replaceAll(/\s+/gu, " ")).toContain(
      "share_of_all, wider (BFA, 2021-01-01 to 2021-12-31): 7 percent (9 of 120 events; 14 vague events among them).",
    );
    expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("shows a decision with its reason and place", () => {
    const decided = resolveRaw(
      aRawInput({
        events: [
          event({ date: "2019-03", evidence: "p1s1" }),
          event({ date: "2020", evidence: "p1s2", source_id: "source-b" }),
        ],
        decisions: [
          aCodedRow("decisions", {
            table: "events",
            record_id: "evt-1",
            column: "date",
            source_id: "source-b",
            reason: "Because.",
          }),
        ],
      }),
    );
    const { columns } = explain(
      { table: "events", recordId: "evt-1", column: "date" },
      {
        resolution: decided.resolution,
        tables: decided.staged.tables,
        indexes: decided.staged.indexes,
        texts: new Map(),
      },
    );
    expect(columns).toMatchObject([
      { rule: "decision", decision: { sourceId: "source-b", reason: "Because.", at: "raw/coded/decisions.csv:2" } },
    ]);
  });

  it("fits 80 columns, with and without the text", () => {
    for (const words of [
      formatExplanation(ask("events", "evt-1")),
      formatExplanation(ask("events", "evt-1", "date", false)),
      formatExplanation(ask("places", "mali")),
    ]) {
      expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
