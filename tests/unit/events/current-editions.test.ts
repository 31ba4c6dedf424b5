import { describe, expect, it } from "vitest";
import { currentEditions, currentFiles, eventsSql } from "#pipeline/events/current-editions.ts";
import { byEdition } from "#pipeline/events/edition-order.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";

describe("byEdition", () => {
  it.each([
    [
      ["23.1", "9.1", "22.1"],
      ["9.1", "22.1", "23.1"],
    ],
    [
      ["24.0.10", "24.0.9"],
      ["24.0.9", "24.0.10"],
    ],
    [
      ["2022-01-01", "2021-11-29"],
      ["2021-11-29", "2022-01-01"],
    ],
    [
      ["23.1.1", "23.1-beta", "23.1"],
      ["23.1", "23.1-beta", "23.1.1"],
    ],
  ])("sorts %j", (given, sorted) => {
    expect([...given].sort(byEdition)).toEqual(sorted);
  });
});

describe("currentEditions", () => {
  const chosen = (...editions: ReturnType<typeof anEdition>[]) =>
    currentEditions(editions).map(({ edition, years, rank }) => [
      edition.event_source,
      edition.event_edition,
      years,
      rank,
    ]);

  it("takes the newest edition of each source", () => {
    const acled = anEdition("acled", "2022-12-10", [2022]);
    expect(chosen(anEdition("ucdp-ged", "23.1", [2021, 2022]), anEdition("ucdp-ged", "9.1", [2018]), acled)).toEqual([
      ["acled", "2022-12-10", [2022], 1],
      ["ucdp-ged", "23.1", [2021, 2022], 1],
    ]);
  });

  it("takes all parts, without the years that the superseding source covers", () => {
    const parts = ["24.0.10", "24.0.9", "23.0.12"].map((name) => anEdition("ucdp-candidate", name, [2022, 2023, 2024]));
    expect(chosen(...parts, anEdition("ucdp-ged", "24.1", [1989, 2023]))).toEqual([
      ["ucdp-candidate", "23.0.12", [2024], 1],
      ["ucdp-candidate", "24.0.9", [2024], 2],
      ["ucdp-candidate", "24.0.10", [2024], 3],
      ["ucdp-ged", "24.1", [1989, 2023], 1],
    ]);
  });

  it("leaves out an edition of which no year counts", () => {
    expect(chosen(anEdition("ucdp-candidate", "22.0.1", [2022]), anEdition("ucdp-ged", "23.1", [2021, 2023]))).toEqual([
      ["ucdp-ged", "23.1", [2021, 2023], 1],
    ]);
  });

  it("gives the path of each year, which no quote and no wildcard in it can change", () => {
    const [current] = currentEditions([anEdition("ucdp-ged", "23.1", [2021])]);
    if (current === undefined) throw new Error("There is an edition.");
    expect(current.paths).toEqual(["ucdp-ged/23.1/year=2021/events.parquet"]);
    expect(eventsSql(currentFiles([current], (path) => `it's [here]/${path}`))).toContain(
      "read_parquet(['it''s [[]here]/ucdp-ged/23.1/year=2021/events.parquet']",
    );
  });
});
