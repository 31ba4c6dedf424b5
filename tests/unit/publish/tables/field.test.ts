import { describe, expect, it } from "vitest";
import { fieldsOf, wholePattern } from "#pipeline/publish/tables/field.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";

const fieldNamed = (table: Parameters<typeof fieldsOf>[0], name: string) =>
  fieldsOf(table).find((field) => field.name === name);

describe("the fields of a table", () => {
  it("give a partial date the type of a text, and a bound that of a day", () => {
    expect(fieldNamed("events", "date")?.type).toBe("string");
    expect(fieldNamed("events", "date_earliest")?.type).toBe("date");
  });

  it("name the rule of a stated column, all three parts of a number included, and none for what follows from it", () => {
    expect(fieldNamed("events", "date")?.rule).toBe("most_precise");
    expect(fieldNamed("events", "fatalities_low")?.rule).toBe("range");
    expect(fieldNamed("events", "date_precision")?.rule).toBeUndefined();
    expect(fieldNamed("events", "location")?.rule).toBeUndefined();
    expect(fieldNamed("events", "source_ids")?.rule).toBeUndefined();
    expect(fieldNamed("economic_warfare_incidents", "kind")?.rule).toBeUndefined();
    expect(fieldNamed("places", "kind")?.rule).toBeUndefined();
  });

  it("point to tables of the release, not to coded ones", () => {
    const known = new Set<string>(publishedTableNames);
    const targets = publishedTableNames.flatMap((name) =>
      fieldsOf(name).flatMap(({ pointsTo }) => pointsTo?.table ?? []),
    );
    expect(targets.filter((table) => !known.has(table))).toEqual([]);
    expect(fieldNamed("claims", "source_id")?.pointsTo).toEqual({ table: "source_provenance", column: "source_id" });
  });
});

describe("a pattern for a whole cell", () => {
  it.each([
    ["^a|b$", "a|b"],
    ["^[^=]", "[^=][\\s\\S]*"],
    ["b$", "[\\s\\S]*b"],
    ["^[\\uFF1D]$", "[\uFF1D]"],
  ])("is %s without its anchors", (pattern, whole) => {
    expect(wholePattern(pattern)).toBe(whole);
  });
});
