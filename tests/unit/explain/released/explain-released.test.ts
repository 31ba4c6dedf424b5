import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { hashSentence } from "#pipeline/core/sentence-hash.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { Question } from "#pipeline/explain/explanation.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import { explainReleased } from "#pipeline/explain/released/explain-released.ts";
import type { ReleasedTables } from "#pipeline/explain/released/release-tables.ts";
import { explainRetired } from "#pipeline/explain/released/retired-record.ts";
import { readRelease, rowsOf } from "#pipeline/publish/compare/published-release.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

/** A table whose columns are those of its rows, all of them texts unless `types` says otherwise. */
function aTableOf(
  key: readonly string[],
  rows: readonly Row[],
  types: Readonly<Record<string, string>> = {},
): TableSketch {
  const names = Object.keys(rows[0] ?? {});
  return { key, rows, columns: Object.fromEntries(names.map((name) => [name, types[name] ?? "string"])) };
}

const TEXT = "One. Two.";
const claim = (column: string, value: string, rest: Row = {}): Row => ({
  ...{ claim_id: `clm-${rest.source_id ?? "report-a"}-${column}`, table: "events", record_id: "evt-1", column, value },
  ...{ source_id: "report-a", evidence: "p1s1", certainty: "stated", attributed_to: null, status: "accepted" },
  ...{ rule: "most_precise", ...rest },
});
const sentence = (source_id: string, locator: string, start: number): Row => ({
  ...{ table: "events", record_id: "evt-1", source_id, locator, line: 1, start, end: start + 4 },
  sha256: hashSentence(TEXT.slice(start, start + 4)),
});

const EVENT = {
  ...{ record_id: "evt-1", date: "2019-03", date_earliest: "2019-03-01", place_id: "mali", agreement: "conflicting" },
  ...{ conflicting_columns: "date", disagreement_ids: "dis-1", n_sources: 2, n_independent_sources: 2 },
  ...{ lead_source_id: "report-b", lead_evidence: "p1s2" },
};
const TABLES = {
  events: aTableOf(["record_id"], [EVENT], { n_sources: "integer" }),
  claims: aTableOf(
    ["claim_id"],
    [
      claim("date", "2020", { status: "outvoted" }),
      claim("place_id", "mali"),
      claim("date", "2019-03", {
        source_id: "report-b",
        evidence: "p1s2",
        certainty: "attributed",
        attributed_to: "A witness",
      }),
    ],
  ),
  evidence: aTableOf(
    ["table", "record_id", "source_id", "locator"],
    [sentence("report-a", "p1s1", 0), sentence("report-b", "p1s2", 5)],
  ),
  source_provenance: aTableOf(
    ["source_id"],
    [
      { source_id: "report-a", title: "Report A", url: "https://example.org/a", url_copy: null },
      { source_id: "report-b", title: "Report B", url: null, url_copy: null },
    ],
  ),
  places: aTableOf(["place_id"], [{ place_id: "mali", name: "Mali" }]),
  disagreements: aTableOf(["disagreement_id"], [{ disagreement_id: "dis-1", question: "When was it?" }]),
  columns: aTableOf(
    ["table", "column"],
    [
      {
        table: "events",
        column: "date",
        title: "Day",
        description: "When.",
        refers_to: null,
        codelist: null,
        rule: "most_precise",
      },
      {
        table: "events",
        column: "place_id",
        title: "Place",
        description: "Where.",
        refers_to: "places.place_id",
        codelist: null,
        rule: null,
      },
      {
        table: "events",
        column: "agreement",
        title: "Agreement",
        description: "Whether.",
        refers_to: null,
        codelist: "agreement",
        rule: null,
      },
    ],
  ),
  codelists: aTableOf(
    ["codelist", "code"],
    [{ codelist: "agreement", code: "conflicting", label: "Conflicting", definition: "Not all can be right." }],
  ),
  retired: someTombstones(),
};

function released(version: string, tables: Readonly<Record<string, TableSketch>>): ReleasedTables {
  const read = readRelease(readerOf(aRelease({ version, tables })));
  return {
    version,
    tables: new Map([...read.tables].map(([name, table]) => [name, { ...table, rows: () => rowsOf(table) }])),
  };
}

const RELEASE = released("1.0.0", TABLES);
const about = (recordId: string, rest: Partial<Question> = {}): Question => ({
  table: null,
  recordId,
  column: null,
  ...rest,
});
const ask = (recordId: string, rest: Partial<Question> = {}, texts: ReadonlyMap<string, string> = new Map()) =>
  explainReleased(about(recordId, rest), RELEASE, texts);

describe("a record of a release", () => {
  it("is explained by the rows, claims, sources and words of that release", () => {
    expect(ask("evt-1", { column: "date" })).toMatchObject({
      ...{ release: "1.0.0", tombstone: null, table: "events", asked: "date", agreement: "conflicting", nSources: 2 },
      columns: [
        {
          ...{
            name: "date",
            title: "Day",
            values: { date: "2019-03" },
            rule: "most_precise",
            agreement: "conflicting",
          },
          claims: [
            { value: "2019-03", status: "accepted", statement: 1 },
            { value: "2020", status: "outvoted", statement: 2 },
          ],
        },
      ],
      statements: [
        { number: 1, sourceId: "report-b", certainty: "attributed", attributedTo: "A witness", sourceUrl: null },
        { number: 2, sourceId: "report-a", sourceTitle: "Report A", sourceUrl: "https://example.org/a" },
      ],
      disagreements: [{ disagreementId: "dis-1", question: "When was it?" }],
    });
  });

  it("shows the words of a text only where they are the sentence that the release cited", () => {
    const texts = new Map([
      ["report-a", "Nil. Two."],
      ["report-b", TEXT],
    ]);
    const sentences = ask("evt-1", {}, texts)?.statements.flatMap((statement) => statement.sentences);
    expect(sentences?.map(({ locator, text }) => [locator, text])).toEqual([
      ["p1s2", "Two."],
      ["p1s1", null],
    ]);
  });

  it("shows the events and counts of event data beside it, if the release has such tables", () => {
    const link = {
      ...{ table: "events", record_id: "evt-1", event_source: "ucdp-ged", event_id: "900001", event_edition: "23.1" },
      ...{ distance_m: "1250", gap_days: "0", verdict: "same", decided_by: "only_near_candidate", coder: null },
    };
    const event_links = aTableOf(["table", "record_id", "event_source", "event_id"], [link]);
    const found = explainReleased(about("evt-1"), released("1.0.0", { ...TABLES, event_links }), new Map());
    expect(found?.eventLinks).toMatchObject([{ eventId: "900001", distanceM: 1250, gapDays: 0, coder: null }]);
    expect(formatExplanation(found ?? expect.fail())).toContain(
      '  ucdp-ged 23.1 900001: same, decided by the rule "only near candidate"; 1.3 km',
    );
    expect(ask("evt-1")).toMatchObject({ eventLinks: [], eventCounts: [] });
  });

  it("names the page of a sentence, if the release has it", () => {
    const onPages = [sentence("report-a", "p1s1", 0), sentence("report-b", "p1s2", 5)].map((row, at) => ({
      ...row,
      page: at === 0 ? null : 7,
    }));
    const evidence = aTableOf(["table", "record_id", "source_id", "locator"], onPages, { page: "integer" });
    const found = explainReleased(about("evt-1"), released("1.0.0", { ...TABLES, evidence }), new Map());
    expect(found?.statements.flatMap(({ sentences }) => sentences.map(({ page }) => page))).toEqual([7, null]);
    expect(formatExplanation(found ?? expect.fail())).toContain("p1s2    page 7, line 1; the text is not available");
    expect(ask("evt-1")?.statements[0]?.sentences[0]?.page).toBeNull();
  });

  it("is found by the id of a claim, and an entry says which records name it", () => {
    expect(ask("clm-report-b-date")).toMatchObject({ recordId: "evt-1", asked: "date" });
    expect(ask("mali")?.namedBy).toEqual([{ table: "events", column: "place_id", recordId: "evt-1" }]);
  });

  it("says what a code meant in that release", () => {
    expect(ask("evt-1", { column: "agreement" })?.columns).toMatchObject([
      { description: "Whether. conflicting: Not all can be right." },
    ]);
  });

  it("has no other columns than the release", () => {
    expect(() => ask("evt-1", { column: "dat" })).toThrow(UsageError);
    expect(() => ask("evt-1", { column: "dat" })).toThrow('Did you mean "date"?');
    expect(ask("evt-2")).toBeNull();
  });

  it("prints the release and the address of each source", () => {
    const words = formatExplanation(ask("evt-1") ?? expect.fail());
    expect(words).toMatch(/^events evt-1, in release 1\.0\.0\n/u);
    expect(words).toContain("\n    https://example.org/a\n");
    expect(words).toContain("  dis-1 When was it?");
  });
});

async function* newestFirst(...releases: readonly ReleasedTables[]) {
  yield* releases;
}

describe("a record that is gone", () => {
  const later = { ...TABLES, events: { ...TABLES.events, rows: [] }, retired: someTombstones("events/evt-1/evt-2") };
  const [two, three] = [released("2.0.0", later), released("3.0.0", later)];

  it("is explained by its last values, the release that had it last, and its tombstone", async () => {
    const found = await explainRetired(about("evt-1"), {
      ...{ releases: newestFirst(three, two, RELEASE), texts: new Map(), tombstones: [] },
    });
    expect(found).toMatchObject({
      release: "1.0.0",
      tombstone: { reason: "It was coded twice.", replacedBy: "evt-2", retiredIn: "2.0.0" },
    });
    expect(found?.columns.map(({ name }) => name)).toContain("date");
    expect(formatExplanation(found ?? expect.fail()).replace(/\s+/gu, " ")).toContain(
      "Retired in release 2.0.0: It was coded twice. It is replaced by evt-2. These are its last values, from release 1.0.0.",
    );
  });

  it("has the tombstone of raw/ before a release has it, or none", async () => {
    const tombstones = [{ table: "events", record_id: "evt-1", reason: "Why.", date_retired: "2026-12-01" }];
    const rest = { texts: new Map<string, string>() };
    expect(await explainRetired(about("evt-1"), { ...rest, releases: newestFirst(RELEASE), tombstones })).toMatchObject(
      {
        tombstone: { reason: "Why.", dateRetired: "2026-12-01", retiredIn: null },
      },
    );
    expect(
      await explainRetired(about("evt-1"), { ...rest, releases: newestFirst(RELEASE), tombstones: [] }),
    ).toMatchObject({ tombstone: { reason: null } });
    expect(await explainRetired(about("evt-9"), { ...rest, releases: newestFirst(two), tombstones: [] })).toBeNull();
  });
});
