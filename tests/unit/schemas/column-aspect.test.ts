import { describe, expect, it } from "vitest";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { type Aspect, aspectOf, isForPrograms } from "#schemas/column-aspect.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";

const columnsOf = (table: PublishedTableName, aspect: Aspect) =>
  fieldsOf(table).flatMap((field) => (aspectOf(field) === aspect ? [field.name] : []));

const programColumns = (table: PublishedTableName) =>
  fieldsOf(table).flatMap((field) => (isForPrograms(field) ? [field.name] : []));

describe("what a column tells", () => {
  it("is who, what, where, when, what was said, how sources agree, or where it comes from", () => {
    expect(columnsOf("economic_warfare_incidents", "who")).toEqual([
      "actor_id",
      "actor",
      "related_actor_id",
      "related_actor",
    ]);
    expect(columnsOf("economic_warfare_incidents", "what")).toEqual([
      "record_id",
      "mode",
      "tactic",
      "targets",
      "purposes",
      "amount_low",
      "amount_best",
      "amount_high",
      "unit",
    ]);
    expect(columnsOf("expansion_timeline", "where")).toContain("from_location");
    expect(columnsOf("expansion_timeline", "when")).toEqual([
      "date_text",
      "date",
      "date_earliest",
      "date_latest",
      "date_precision",
      "date_prec",
      "sequence",
    ]);
    expect(columnsOf("expansion_timeline", "description")).toEqual(["description"]);
    expect(columnsOf("events", "agreement")[0]).toBe("agreement");
    expect(columnsOf("events", "source")).toContain("certainty");
  });
});

describe("the columns for programs", () => {
  it("are ids whose names stand beside them, codes of places, positions of sentences and hashes", () => {
    expect(programColumns("expansion_by_country")).toEqual(["actor_id", "iso3", "date_prec"]);
    expect(programColumns("claims")).toEqual(["claim_id", "evidence"]);
    expect(programColumns("evidence")).toEqual(["start", "end", "sha256"]);
    expect(programColumns("places")).not.toContain("latitude");
    expect(programColumns("events")).toEqual(
      expect.arrayContaining(["place_id", "admin1_pcode", "latitude", "date_prec", "lead_evidence", "evidence"]),
    );
  });
});
