import { describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { Row } from "#pipeline/core/row.ts";
import { compareStaged } from "#pipeline/publish/compare-staged.ts";
import { publish } from "#pipeline/publish/publish.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { memoryStore } from "#tests/builders/memory-store.ts";
import { aPublishedRow, someClaim, someTables } from "#tests/builders/release.ts";
import { aResolution } from "#tests/builders/resolution.ts";

const pause = () => Promise.resolve();
const about = { table: "events", evidence: "p1s2" } as const;

/** Releases with one event, whose description may differ, and a claim about it that is outvoted. */
const publisher = () => {
  const store = memoryStore();
  const stateOf = (description: string, outvoted: string, corrections: readonly CodedRow<"corrections">[]) => {
    const said = (source_id: string, value: string, status: "accepted" | "outvoted"): Row =>
      someClaim("evt-001", { ...about, source_id, value, status });
    const rows = someTables();
    const resolution = aResolution(
      new Map([
        ...rows,
        ["events", [aPublishedRow("events", { record_id: "evt-001", description })]],
        ["claims", [said("acled-2023", "2018", "accepted"), said("ict-2024", outvoted, "outvoted")]],
      ]),
    );
    return { resolution, agreement: [], judgements: someJudgements({ corrections }) };
  };
  const run = (state: ReturnType<typeof stateOf>, isTrial: boolean) =>
    publish({
      ...{
        ...state,
        store,
        outlines: NO_OUTLINES,
        created: "2026-11-24",
        inputs: { inputs: [], pipeline: "0".repeat(64) },
      },
      ...{ retiredPath: "raw/coded/retired.csv", observe: () => undefined, pause, isTrial },
    });
  const compareWith = async (version: string, state: ReturnType<typeof stateOf>) => {
    const [newest = ""] = await store.versions();
    const [from, last] = [await store.open(version), await store.open(newest)];
    return compareStaged({ ...state, begin: store.begin, from, last, pause });
  };
  return { stateOf, run, compareWith };
};

const correction = (column: string | null): CodedRow<"corrections"> => ({
  ...{ table: "events", record_id: "evt-001", column, reason: "Read again." },
});

describe("a comparison with what raw/ gives now", () => {
  it("finds the same reasons as the preview, also where the last release published one at a claim", async () => {
    const { stateOf, run, compareWith } = publisher();
    await run(stateOf("A clash.", "2019", []), false);
    expect((await run(stateOf("A clash.", "2020", [correction(null)]), false)).version).toBe("1.0.1");
    const now = stateOf("A fight.", "2020", [correction("description")]);
    const { comparison } = await run(now, true);
    const { tables, corrections_without_reason } = await compareWith("1.0.1", now);
    expect(corrections_without_reason).toMatchObject([{ record_id: "evt-001", column: "description" }]);
    expect({ tables, corrections_without_reason }).toEqual({
      tables: comparison?.tables,
      corrections_without_reason: comparison?.corrections_without_reason,
    });
  });

  it("takes published reasons only from releases after the one that is compared", async () => {
    const { stateOf, run, compareWith } = publisher();
    await run(stateOf("A clash.", "2019", []), false);
    await run(stateOf("A fight.", "2019", [correction(null)]), false);
    await run(stateOf("A clash.", "2019", []), false);
    const again = stateOf("A fight.", "2019", []);
    expect((await run(again, true)).comparison?.corrections_without_reason).toHaveLength(1);
    expect((await compareWith("1.0.2", again)).corrections_without_reason).toHaveLength(1);
    expect((await compareWith("1.0.0", again)).corrections_without_reason).toEqual([]);
  });
});
