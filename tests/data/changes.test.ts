import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHANGE_COLUMNS } from "#pipeline/core/change.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog } from "#pipeline/publish/plan/changelog.ts";
import { earlierChanges } from "#pipeline/publish/plan/changes.ts";
import { cellsOfClaims } from "#pipeline/publish/plan/claim-traces.ts";
import { sumUpEarlier } from "#pipeline/publish/plan/derived-changes.ts";

const store = releaseStore(join(import.meta.dirname, "../../dist"));
const [newest = ""] = await store.versions();
const last = await store.open(newest);

describe("what the next release carries from the last one", () => {
  it("is a changes.csv that git can keep, with every reason that was published", () => {
    const earlier = earlierChanges(last);
    const carried = sumUpEarlier(earlier, cellsOfClaims([readRelease(last)], earlier));
    expect(writeCsv(CHANGE_COLUMNS, carried).length).toBeLessThan(350_000);
    const reasonsOf = (changes: typeof earlier) =>
      new Set(
        changes.flatMap(({ table, record_id, reason }) =>
          (reason ?? "").split(" | ").map((one) => `${table}/${record_id}/${one}`),
        ),
      );
    const kept = reasonsOf(carried);
    const lost = [...reasonsOf(earlier)].filter((one) => !one.endsWith("/") && !kept.has(one));
    expect(lost.filter((one) => !one.startsWith("claims/") && !one.includes("/derived"))).toEqual([]);
  });

  it("is a changelog of a few pages", () => {
    expect(writeChangelog("", last.text("CHANGELOG.md")).length).toBeLessThan(60_000);
  });
});
