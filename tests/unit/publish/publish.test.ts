import { beforeAll, describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { Row } from "#pipeline/core/row.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { editionFormats } from "#pipeline/publish/complete-release.ts";
import { type Publication, publish } from "#pipeline/publish/publish.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { type Files, type MemoryStore, type MemoryWorkspace, memoryStore } from "#tests/builders/memory-store.ts";
import { aPublishedRow, someTables } from "#tests/builders/release.ts";
import { aResolution, type RowsByTable } from "#tests/builders/resolution.ts";

const NO_INPUTS = { inputs: [], pipeline: "0".repeat(64) };

const publishInto = (store: MemoryStore, rows: RowsByTable, parts: Partial<Publication> = {}) =>
  publish({
    resolution: aResolution(rows),
    agreement: [],
    outlines: NO_OUTLINES,
    store,
    created: "2026-11-24",
    inputs: NO_INPUTS,
    judgements: someJudgements(),
    retiredPath: "raw/coded/retired.csv",
    observe: () => undefined,
    pause: () => Promise.resolve(),
    isTrial: false,
    ...parts,
  });

const withEvents = (...events: readonly Row[]): RowsByTable => new Map([...someTables(), ["events", events]]);
const EVENT = aPublishedRow("events", { record_id: "evt-001" });

let first: Files;
beforeAll(async () => {
  const store = memoryStore();
  await publishInto(store, withEvents(EVENT));
  first = store.published.get("1.0.0") ?? new Map();
});

/** A store in which 1.0.0 is published; some of its files may be other ones. */
const published = (files: Readonly<Record<string, string>> = {}) =>
  memoryStore({
    "1.0.0": new Map([
      ...first,
      ...Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
    ]),
  });

const manifestOf = (files: Files) => JSON.parse(new TextDecoder().decode(files.get("manifest.json")));

describe("publishing", () => {
  it("makes the first release, and what lies above it", async () => {
    const store = memoryStore();
    const plan = await publishInto(store, someTables());
    expect(plan).toMatchObject({ version: "1.0.0", why: "FIRST: there is no release yet", issues: [] });
    expect([...store.published.keys()]).toEqual(["1.0.0"]);
    expect([...store.overview.keys()].sort()).toEqual(["catalog.json", "feed.xml"]);
    expect(store.latest()).toBe("1.0.0");
  });

  it("does nothing where the data are those of the last release, whatever the day and the code", async () => {
    const store = published();
    const inputs = { inputs: [{ path: "coded/new.csv", sha256: "a" }], pipeline: "1".repeat(64) };
    const plan = await publishInto(store, withEvents(EVENT), { created: "2026-12-01", inputs });
    expect(plan).toMatchObject({ version: "1.0.0", why: null, issues: [] });
    expect([...store.published.keys()]).toEqual(["1.0.0"]);
  });

  it("publishes the version that the change requires, and reports the change in it", async () => {
    const store = published();
    const plan = await publishInto(store, withEvents(EVENT, aPublishedRow("events", { record_id: "evt-002" })));
    expect(plan).toMatchObject({ version: "1.1.0", why: "MINOR: 1 record added to events" });
    const text = (path: string) => new TextDecoder().decode(store.published.get("1.1.0")?.get(path));
    expect(text("changes.csv")).toContain("1.1.0,added,events,evt-002,");
    expect(text("CHANGELOG.md")).toContain("## 1.1.0 (2026-11-24)");
    expect(text("data/events.csv")).toContain("\nevt-002,");
    expect(store.latest()).toBe("1.1.0");
  });

  it("gives a decision's reason for the cell that it changed", async () => {
    const decision = {
      table: "events",
      record_id: "evt-001",
      column: "description",
      source_id: "a",
      reason: "Because.",
    };
    const changed = withEvents({ ...EVENT, description: "Another sentence." });
    const { changes, why } = await publishInto(published(), changed, {
      judgements: someJudgements({ decisions: [decision] }),
    });
    expect(why).toBe("PATCH: 1 record corrected in events");
    expect(changes).toMatchObject([{ record_id: "evt-001", column: "description", reason: "Because." }]);
  });

  it("refuses an id that is gone without a tombstone", async () => {
    const store = published();
    const { issues } = await publishInto(store, withEvents());
    expect(issues).toMatchObject([
      { code: "publish/vanished-id", at: { file: "raw/coded/retired.csv" }, table: "events", id: "evt-001" },
    ]);
    expect([...store.published.keys()]).toEqual(["1.0.0"]);
  });

  it("publishes words that changed, and names their files", async () => {
    const { why } = await publishInto(published({ "load.R": "read()\n" }), withEvents(EVENT));
    expect(why).toBe("PATCH: words changed in load.R");
  });

  it("publishes an edition again if its format changed", async () => {
    const manifest = manifestOf(first);
    const former = { ...manifest, editions: { ...editionFormats(), parquet: 0 } };
    const store = published({ "manifest.json": JSON.stringify(former) });
    const { version, why } = await publishInto(store, withEvents(EVENT));
    expect([version, why]).toEqual(["1.0.1", "PATCH: new form of the parquet edition"]);
    expect(manifestOf(store.published.get("1.0.1") ?? new Map()).editions).toEqual(editionFormats());
    expect((await publishInto(store, withEvents(EVENT))).why).toBeNull();
  });

  it("takes a day before that of the last release for wrong usage, where there is something to publish", async () => {
    const store = published();
    const more = withEvents(EVENT, aPublishedRow("events", { record_id: "evt-002" }));
    await expect(publishInto(store, more, { created: "2026-11-23" })).rejects.toThrow(UsageError);
    expect((await publishInto(store, withEvents(EVENT), { created: "2026-11-23" })).why).toBeNull();
  });
});

describe("what does not come to be published", () => {
  /** A store that says how much is left of each release that was begun. */
  function watched(store: MemoryStore) {
    const begun: MemoryWorkspace[] = [];
    const begin = async () => {
      const workspace = await store.begin();
      begun.push(workspace);
      return workspace;
    };
    return { ...store, begin, left: () => begun.map(({ files }) => files.size) };
  }

  it("is a trial: it says what would be published", async () => {
    const store = watched(published());
    const more = withEvents(EVENT, aPublishedRow("events", { record_id: "evt-002" }));
    expect(await publishInto(store, more, { isTrial: true })).toMatchObject({ version: "1.1.0" });
    expect([...store.published.keys()]).toEqual(["1.0.0"]);
    expect(store.left()).toEqual([0]);
  });

  it("leaves nothing behind if it is stopped", async () => {
    const store = watched(memoryStore());
    let turns = 0;
    const pause = () => {
      turns += 1;
      return turns < 30 ? Promise.resolve() : Promise.reject(new Error("stopped"));
    };
    await expect(publishInto(store, someTables(), { pause })).rejects.toThrow("stopped");
    expect(store.published.size).toBe(0);
    expect(store.left()).toEqual([0]);
  });

  it("is anything beside a release that is not what it was", async () => {
    const at = { file: "dist/releases/1.0.0/data/events.csv", line: null, column: null };
    const altered = { code: "publish/altered-release", at, version: "1.0.0", why: "changed" } as const;
    const store = watched({
      ...published(),
      check: async () => ({ ...(await published().check()), issues: [altered] }),
    });
    expect(await publishInto(store, withEvents())).toMatchObject({ version: "1.0.0", why: null, issues: [altered] });
    expect(store.left()).toEqual([]);
  });
});
