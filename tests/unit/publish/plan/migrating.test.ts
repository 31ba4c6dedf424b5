import { describe, expect, it } from "vitest";
import { diffReleases } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeMigrating } from "#pipeline/publish/plan/migrating.ts";
import { payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, type ReleaseSketch, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

function migrate(before: ReleaseSketch["tables"], after: ReleaseSketch["tables"]): string | null {
  const [from, to] = [before, after].map((tables = {}) => readRelease(readerOf(aRelease({ tables }))));
  if (from === undefined || to === undefined) throw new Error("There are two releases.");
  return writeMigrating({ diff: diffReleases(from, to), to, version: "2.0.0" });
}

const steps = (columns: readonly string[], ...rows: readonly Readonly<Record<string, string>>[]): TableSketch => ({
  columns: Object.fromEntries(["record_id", ...columns].map((column) => [column, "string"])),
  rows,
});

describe("MIGRATING.md", () => {
  it("is not there if only rows or tables come and go", () => {
    const before = { expansion_timeline: steps(["name"], { record_id: "exp-1", name: "a" }) };
    const after = {
      expansion_timeline: steps(["name"], { record_id: "exp-2", name: "a" }),
      events: steps(["name"]),
    };
    expect(migrate(before, after)).toBeNull();
  });

  it("leads from a removed column to what replaces it, with lines for R and pandas", () => {
    const text = migrate(
      { expansion_timeline: steps(["country_first_date", "is_first_in_country", "is_old"]) },
      { expansion_timeline: steps(["split_from"]) },
    );
    expect(text).toContain("# Migrating from 1.0.0 to 2.0.0");
    expect(text).toContain("| `expansion_timeline.country_first_date` | `expansion_by_country.date` |");
    expect(text).toContain("| `expansion_timeline.is_old` | `nowhere` |");
    expect(text).toContain('merge(jnim$expansion_timeline, moved, by = c("actor_id", "country"), all.x = TRUE)');
    expect(text).toContain(
      "| `expansion_timeline.is_first_in_country` | `expansion_by_country.earliest_dated_step_ids` |",
    );
    expect(text).toContain("jnim$expansion_timeline$is_first_in_country <- jnim$expansion_timeline$record_id %in% ids");
    expect(text).toContain('expansion_timeline["is_first_in_country"] = expansion_timeline["record_id"].isin(ids)');
    expect(text).toContain('.rename(columns={"date": "country_first_date"})');
    expect(text).toContain("| `split_from` | expansion_timeline |");
  });

  it.each(Object.values(payloads))("has the reason of a retired id as a text that cannot act: %j", (reason) => {
    const retired = someTombstones("events/evt-1");
    const text = migrate(
      { events: steps(["name"], { record_id: "evt-1", name: "a" }), retired: someTombstones() },
      { events: steps([]), retired: { ...retired, rows: (retired.rows ?? []).map((row) => ({ ...row, reason })) } },
    );
    const { headings, inline, cells } = readMarkdown(text ?? "");
    expect(headings).toEqual(["Migrating from 1.0.0 to 2.0.0", "Columns", "Retired ids"]);
    expect([...new Set(inline)]).toEqual(["code_inline"]);
    expect(cells.at(-1)).toBe(reason.replace(/\s+/gu, " "));
  });

  it("leads from an old id to the new ones, and to what replaces a retired one", () => {
    const old = steps(["name"], { record_id: "exp-1", name: "a" }, { record_id: "exp-2", name: "b" });
    const text = migrate(
      { expansion_timeline: old, retired: someTombstones() },
      {
        expansion_timeline: steps(
          ["name", "split_from"],
          { record_id: "exp-1", name: "a", split_from: "" },
          { record_id: "exp-3", name: "c", split_from: "exp-1" },
        ),
        retired: someTombstones("expansion_timeline/exp-2/exp-1"),
      },
    );
    expect(text).toContain("| expansion_timeline | `exp-1` | `exp-1`, `exp-3` |");
    expect(text).toContain('subset(jnim$expansion_timeline, record_id %in% "exp-1" | split_from %in% "exp-1")');
    expect(text).toContain("| expansion_timeline | `exp-2` | It was coded twice. Replaced by exp-1. |");
  });

  it("lists neither splits of earlier releases nor a retired id as one that stays", () => {
    const split = (record_id: string, split_from: string) => ({ record_id, name: record_id, split_from });
    const text = migrate(
      {
        expansion_timeline: steps(
          ["name", "split_from"],
          split("exp-1", ""),
          split("exp-2", ""),
          split("exp-3", "exp-1"),
        ),
        retired: someTombstones(),
      },
      {
        expansion_timeline: steps(
          ["name", "split_from", "new"],
          split("exp-1", ""),
          split("exp-3", "exp-1"),
          split("exp-4", "exp-2"),
        ),
        retired: someTombstones("expansion_timeline/exp-2/exp-1"),
      },
    );
    expect(text).toContain("| expansion_timeline | `exp-2` | `exp-4` |");
    expect(text).not.toContain("`exp-1`, `exp-3`");
  });
});
