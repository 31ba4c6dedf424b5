import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anEvent, writeEvents } from "#tests/builders/event-parquet.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

let folder: string;
const at = (path: string) => join(folder, path);
const read = (path: string) => readFileSync(at(path), "utf8");

const alias = (event_source: string, name: string, actor_id: string) =>
  aCodedRow("actor_aliases", { event_source, name, actor_id, family_id: actor_id });

const aClash = { actor1_id: "jnim", actor2_id: "other-group", place_id: "testville" };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jnim-match-"));
  const place = {
    ...aCodedRow("places", { place_id: "testville", name: "Testville", kind: "village" }),
    ...{ country: "Mali", iso3: "MLI", admin1: "Mopti", admin1_pcode: "ML05", admin2: null, admin2_pcode: null },
    ...{ pcode_valid_from: "2021-03-01", latitude: 14.5, longitude: -4.2, where_prec: 1, coordinate_source: "a map" },
  };
  const { coded, indexes, outlines } = aRawInput({
    places: [place],
    events: [
      aCodedRow("events", { ...aClash, record_id: "evt-001", date_text: "June 15", date: "2021-06-15" }),
      aCodedRow("events", { ...aClash, record_id: "evt-002", evidence: "p1s2" }),
      aCodedRow("events", { ...aClash, record_id: "evt-003", evidence: "p1s3", date_text: "1999", date: "1999-01-01" }),
    ],
    actor_aliases: [
      alias("acled", "Test Rebels", "jnim"),
      alias("ucdp-ged", "Government of Testland", "other-group"),
      alias("ucdp-ged", "Test Rebels", "jnim"),
    ],
  });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), bytes);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const importEvents = (...events: Parameters<typeof anEvent>[0][]) => writeEvents(at("staged"), events.map(anEvent));

function pipeline(...words: readonly string[]) {
  const start = join(import.meta.dirname, "../../pipeline/start.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...words], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const LINKS = "raw/coded/event_links.csv";

describe("events match", () => {
  it("shows candidates with the parts of their scores, and what was not compared, by reason", async () => {
    await importEvents({ assoc_b: "Strangers" });
    const { status, stdout, stderr } = pipeline("events", "match");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        "staged/events/candidates.csv has these candidates: the best, at most 3 of each record and event source.\n",
    });
    expect(stdout).toContain("ucdp-ged: 1 candidate\n    1001  score 100: place 40, time 30, actors 30; 0 m, a day in");
    expect(stdout).toContain("  With a candidate: 1 record\n  Not compared, no date: 1 record\n");
    expect(stdout).toContain("  Not compared, no events for its time: 1 record\n");
    expect(stdout).toContain("Strangers (ucdp-ged, 1 event)");
    expect(stdout).toContain("      type 1 (state-based conflict), 2 deaths\n");
    expect(read("staged/events/candidates.csv")).toMatch(/^table,record_id,.+\nevents,evt-001,ucdp-ged,1001,/u);
    expect(read(LINKS).trimEnd().split("\n")).toHaveLength(1);
  });

  it("prints everything for programs, the same each time", async () => {
    await importEvents({ event_id: "1" }, { event_id: "2", latitude: 14.6 });
    const { status, stdout } = pipeline("events", "match", "--json", "--table", "events");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      digest: { n_records: 3, n_candidates: 2, not_comparable: { no_date: 1, no_events_for_its_time: 1 } },
      records: [
        { record_id: "evt-001", sources: [{ not_comparable: null, candidates: [{ event_id: "1" }, {}] }] },
        {},
        {},
      ],
    });
    expect(pipeline("events", "match", "--json", "--table", "events").stdout).toBe(stdout);
  });

  it("says how many candidates it found, and how many of them it shows", async () => {
    await importEvents(...["1", "2", "3", "4"].map((event_id) => ({ event_id })));
    expect(pipeline("events", "match").stdout).toContain(
      "\n\n3 records, 3 of 4 candidates: the best, at most 3 of each record and event\nsource.\n",
    );
    const { digest } = JSON.parse(pipeline("events", "match", "--json").stdout);
    expect(digest).toMatchObject({ n_candidates: 3, n_found: 4, most_candidates: 3 });
  });

  it("makes no formula of what a source wrote", async () => {
    await importEvents({ location: '=HYPERLINK("x")' });
    pipeline("events", "match");
    expect(read("staged/events/candidates.csv")).toContain("\"'=HYPERLINK");
  });

  it.each([
    ["no JSON", (path: string) => writeFileSync(path, "{")],
    ["missing", (path: string) => rmSync(path)],
    [
      "that of another edition",
      (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace('"23.1"', '"24.1"')),
    ],
  ])("stops in one line if the description of an edition is %s", async (_, damage) => {
    await importEvents({}, { event_source: "acled", event_edition: "2024-01-01" });
    damage(at("staged/events/ucdp-ged/23.1/edition.json"));
    const { status, stdout, stderr } = pipeline("events", "match");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The imported events in staged\/events\/ucdp-ged\/23\.1 are damaged\. [^\n]+\n$/u);
  });

  it("does not call a record too late for a source that has a vague event near it", async () => {
    await importEvents({ date_start: "2021-05-20", date_prec: 5 });
    const [record] = JSON.parse(pipeline("events", "match", "--json").stdout).records;
    expect(record.sources).toMatchObject([{ not_comparable: null, candidates: [{ gap_days: 26 }] }]);
  });

  it("says what to do if no events are imported", () => {
    const { status, stderr } = pipeline("events", "match");
    expect(status).toBe(2);
    expect(stderr).toContain("events import");
  });
});

describe("events match --write", () => {
  it("proposes rows, gives a verdict only by the rule, and changes no row that is there", async () => {
    await importEvents({});
    expect(pipeline("events", "match", "--write")).toMatchObject({ status: 0 });
    const written = read(LINKS);
    expect(written).toMatch(/\nevents,evt-001,ucdp-ged,1001,23\.1,.+,0,0,100,same,only_near_candidate,,\n$/u);
    await importEvents({ event_edition: "24.1", latitude: 14.51 });
    const { status, stderr } = pipeline("events", "match", "--write");
    expect(status).toBe(1);
    expect(stderr).toContain("events/link-changed");
    expect(stderr).toContain("0 rows added, 1 known already");
    expect(read(LINKS)).toBe(written);
  });

  it("says so if there is nothing to propose, or nothing that would be published", async () => {
    await importEvents({ event_id: "1", latitude: 20 });
    expect(pipeline("events", "match", "--write").stderr).toBe(
      "staged/events/candidates.csv has no candidates.\nThere is no candidate to propose.\n",
    );
    await importEvents({ event_source: "acled", event_edition: "2024-01-01", event_id: "TST1" });
    expect(pipeline("events", "match", "--write").stderr).not.toContain("is published once");
  });

  it("leaves out rows that the table could not have", async () => {
    await importEvents({ event_id: "=1+1" }, { event_id: "1\n2" }, { event_id: "3" });
    const { status, stderr } = pipeline("events", "match", "--write");
    expect(status).toBe(0);
    expect(stderr).toContain("raw/coded/event_links.csv: 1 row added, 0 known already.\n");
    expect(stderr).toContain("2 rows left out, because an id in them has a line break");
    expect(pipeline("validate").status).toBe(0);
  });

  it("gives no verdict if there are two candidates", async () => {
    await importEvents({ event_id: "1" }, { event_id: "2" });
    pipeline("events", "match", "--write");
    expect(read(LINKS)).toMatch(/ucdp-ged,1,.+,100,,,,\n.+ucdp-ged,2,.+,100,,,,\n$/u);
  });

  it("keeps line ends, and the rows of a source that may not be published in staged/", async () => {
    writeFileSync(at(LINKS), read(LINKS).replaceAll("\n", "\r\n"));
    await importEvents({}, { event_source: "acled", event_edition: "2024-01-01", event_id: "TST1" });
    const { stderr } = pipeline("events", "match", "--write");
    expect(stderr).toContain("staged/events/event_links.csv: 1 row added");
    expect(stderr).toContain("may be published");
    expect(read(LINKS)).toMatch(/^table,[^\n]+\r\nevents,evt-001,ucdp-ged,[^\n]+\r\n$/u);
    expect(read("staged/events/event_links.csv")).toMatch(/\nevents,evt-001,acled,TST1,2024-01-01,/u);
    expect(pipeline("validate").status).toBe(0);
  });
});

describe("events review", () => {
  it("shows candidates without a verdict beside their records, the most telling first", async () => {
    await importEvents({ event_id: "far", latitude: 14.6 }, { event_id: "near" });
    const { status, stdout, stderr } = pipeline("events", "review");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: "2 candidates without a verdict. To fill in verdicts, write them to a file with --out FILE.csv.\n",
    });
    expect(stdout).toMatch(/Evidence +source-a:p1s1\n[\s\S]+Event +ucdp-ged 23\.1, near\n[\s\S]+ 23\.1, far\n/u);
    expect(stdout).toContain("points ahead of the next of 2 candidates");
    expect(stdout).toContain("  Score     100: place 40,");
    expect(stdout).toContain("type 1 (state-based conflict), 2 deaths\n");
    expect(stdout).toContain("where_prec and date_prec are those of the vaguer");
  });

  it("leaves out what is decided, in raw/ and in staged/", async () => {
    await importEvents({}, { event_source: "acled", event_edition: "2024-01-01", event_id: "TST1" });
    pipeline("events", "match", "--write");
    const mine = at("staged/events/event_links.csv");
    writeFileSync(mine, readFileSync(mine, "utf8").replace(/,,,,\n$/u, ",different,coder,reader-1,Elsewhere.\n"));
    expect(pipeline("events", "review")).toEqual({
      status: 0,
      stdout: "",
      stderr: "0 candidates without a verdict.\n",
    });
  });

  it("writes a file to fill, with the columns of event_links first", async () => {
    await importEvents({}, { event_source: "acled", event_edition: "2024-01-01", event_id: "TST1" });
    const { status, stderr } = pipeline("events", "review", "--out", "review.csv");
    expect(status).toBe(0);
    expect(stderr).toContain("1 row left out");
    const [header = ""] = read("review.csv").split("\n");
    expect(header.startsWith(read(LINKS).trimEnd())).toBe(true);
    expect(header).toContain("event_type,event_type_meaning,");
    expect(read("review.csv")).toContain(",1,state-based conflict,2,");
    expect(read("review.csv")).not.toContain("TST1");
    const inStaged = pipeline("events", "review", "--out", "staged/review.csv");
    expect(inStaged.stderr).toContain(
      "Copy those of sources that may not be published to staged/events/event_links.csv",
    );
    expect(read("staged/review.csv")).toContain("TST1");
  });

  it("does not write over a file that may hold verdicts", async () => {
    await importEvents({});
    writeFileSync(at("review.csv"), "mine");
    expect(pipeline("events", "review", "--out", "review.csv")).toEqual({
      status: 2,
      stdout: "",
      stderr: "review.csv exists already, and may hold verdicts. Delete it, or name another file with --out.\n",
    });
    expect(read("review.csv")).toBe("mine");
  });

  it("removes what an interrupted call left of the file", async () => {
    await importEvents({});
    writeFileSync(at(".tmp-review.csv-1234-0123abcd"), "half");
    pipeline("events", "review", "--out", "review.csv");
    expect(readdirSync(folder).filter((name) => name.startsWith(".tmp-"))).toEqual([]);
  });

  it("leaves nothing behind if the file cannot be written, and names the place", async () => {
    await importEvents(...["1", "2", "3"].map((event_id) => ({ event_id, location: "x".repeat(500) })));
    pipeline("events", "review");
    const start = join(import.meta.dirname, "../../pipeline/start.mjs");
    const command = 'ulimit -f 1; exec "$0" "$@"';
    const words = ["-c", command, process.execPath, start, "events", "review", "--out", "out/review.csv"];
    const { status, stderr } = spawnSync("bash", words, { cwd: folder, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The file is too large for the disk at out\/\.tmp-review\.csv-[^\n]+\n$/u);
    expect(readdirSync(at("out"))).toEqual([]);
  });

  it.each(["review.txt", "raw/coded/review.csv", "staged/events/event_links.csv", "staged/events/event_counts.csv"])(
    "does not write to %s",
    async (out) => {
      await importEvents({});
      expect(pipeline("events", "review", "--out", out)).toMatchObject({ status: 2, stdout: "" });
      expect(existsSync(at(out))).toBe(false);
    },
  );
});
