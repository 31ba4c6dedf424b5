import { describe, expect, it } from "vitest";
import { hasYear, needYear } from "#pipeline/core/source-id.ts";

describe("the id of a source", () => {
  it.each(["acled-2023", "acled-2023b", "acled-2023-annex", "house-of-rivers-1999"])("has a year: %s", (id) => {
    expect(hasYear(id)).toBe(true);
  });

  it.each(["jnim", "acled", "report-1", "acled-20231", "acled-1023"])("has none: %s", (id) => {
    expect(hasYear(id)).toBe(false);
  });

  it("needs a year where most of the others have one, or there are no others", () => {
    expect(needYear([])).toBe(true);
    expect(needYear(["acled-2023", "house-2024", "odd"])).toBe(true);
    expect(needYear(["acled-2023", "odd"])).toBe(false);
  });
});
