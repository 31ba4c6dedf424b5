import { expect, it } from "vitest";
import { typeMeanings } from "#pipeline/events/match/event-types.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";

const current = (name: string, rank: number, event_types: Readonly<Record<string, string>>) => {
  const edition = anEdition("ucdp-ged", name, [2021]);
  return { rank, edition: { ...edition, profile: { ...edition.profile, event_types } } };
};

it("says what a type means in its source, in the words of the newest edition that has some", () => {
  const meaningOf = typeMeanings([
    current("23.1", 0, { "1": "war", "9": "once" }),
    current("24.1", 1, { "1": "state-based conflict" }),
  ]);
  expect([meaningOf("ucdp-ged", "1"), meaningOf("ucdp-ged", "9")]).toEqual(["state-based conflict", "once"]);
  expect([meaningOf("ucdp-ged", "2"), meaningOf("ucdp-ged", null), meaningOf("acled", "1")]).toEqual([
    null,
    null,
    null,
  ]);
});

it("has the three types of UCDP", () => {
  const meaningOf = typeMeanings([{ rank: 0, edition: anEdition("ucdp-candidate", "24.0.1", [2024]) }]);
  expect(["1", "2", "3"].map((type) => meaningOf("ucdp-candidate", type))).toEqual([
    ...["state-based conflict", "non-state conflict", "one-sided violence"],
  ]);
});
