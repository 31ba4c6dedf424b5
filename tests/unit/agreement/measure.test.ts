import { describe, expect, it } from "vitest";
import { comparedTables } from "#pipeline/agreement/compare-tables.ts";
import { measuredColumns } from "#pipeline/agreement/measure.ts";

const measures = (table: (typeof comparedTables)[number]) =>
  Object.fromEntries(measuredColumns(table).map(({ name, measure }) => [name, measure]));

describe("a compared column", () => {
  it.each(comparedTables)("of %s is neither an id of its own, nor a place in the text, nor free wording", (table) => {
    const names = Object.keys(measures(table));
    const left = ["record_id", "work_id", "erratum_id", "source_id", "evidence", "description"];
    expect(names.filter((name) => [...left, "cited_work_ids", "split_from"].includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(2);
  });

  it("is compared as its kind of cell says", () => {
    expect(measures("profile")).toMatchObject({
      actor_id: "nominal",
      attribute: "nominal",
      value: "wording",
      amount: "interval",
      date_text: "wording",
      date: "interval",
      attributed_to: "nominal",
    });
  });

  it("is shown in the codebook if it holds a code, an id, a date or a number", () => {
    const shown = measuredColumns("profile").flatMap(({ name, isMain }) => (isMain ? [name] : []));
    expect(shown).toEqual(expect.arrayContaining(["actor_id", "amount", "date", "certainty"]));
    expect(shown).not.toEqual(expect.arrayContaining(["attributed_to"]));
    expect(shown).not.toEqual(expect.arrayContaining(["value"]));
  });
});
