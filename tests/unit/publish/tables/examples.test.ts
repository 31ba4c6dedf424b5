import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { codebook } from "#pipeline/publish/codebook/codebook.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { aPublishedRow, someClaim, someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const estimate = (record_id: string, cells: object) =>
  aPublishedRow("actor_profile", {
    ...{ record_id, attribute: "strength_fighters", value: "fighters", amount_best: 1000 },
    ...cells,
  });
const side = (disagreement_id: string, name: string, source_id: string) =>
  aPublishedRow("disagreement_sides", { disagreement_id, side: name, source_id, position: `that of ${source_id}` });

const textOf = (...tables: Parameters<typeof writeSomeRelease>) =>
  codebook(writeSomeRelease(...tables).content, someFacts);

describe("the examples in the codebook", () => {
  it("show a value at two times, of one actor, attribute and place", () => {
    const rows = (...cells: readonly object[]) =>
      new Map([["actor_profile", cells.map((one, at) => estimate(`prf-${at + 1}`, one))] as const]);
    const text = textOf(rows({ lead_source_id: "a" }, { lead_source_id: "a" }, { lead_source_id: "b" }));
    expect(text).toMatch(/\| `prf-1` \|.* a \|\n\| `prf-3` \|.* b \|/u);
    expect(textOf(rows({ lead_source_id: "a" }, { lead_source_id: "b", place_id: "mali" }))).toContain(
      "No two records in this release are an example.",
    );
  });

  it("show a record to which another statement adds", () => {
    const row = aPublishedRow("events", { record_id: "evt-1", columns_from_others: "place_id" });
    const text = textOf(
      new Map<PublishedTableName, readonly Row[]>([
        ["events", [row]],
        ["claims", [someClaim("evt-1", { table: "events", column: "date", value: "2018" })]],
      ]),
    );
    expect(text).toContain("**Example:** `evt-1` of `events`.");
    expect(text).toContain("`columns_from_others` is `place_id`");
  });

  it("show a disagreement of two sources with its sides, and not one within a source", () => {
    const text = textOf(
      new Map<PublishedTableName, readonly Row[]>([
        [
          "disagreements",
          ["dis-001", "dis-002"].map((disagreement_id) => aPublishedRow("disagreements", { disagreement_id })),
        ],
        [
          "disagreement_sides",
          [
            side("dis-001", "a", "one"),
            side("dis-001", "b", "one"),
            side("dis-002", "a", "one"),
            side("dis-002", "b", "two"),
          ],
        ],
      ]),
    );
    expect(text).toContain("**Example:** `dis-002`");
    expect(text).toContain("| b | that of two | two |");
  });
});
