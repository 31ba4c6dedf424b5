import { describe, expect, it } from "vitest";
import { readAliases } from "#pipeline/events/aliases.ts";
import { theRealData } from "#tests/builders/real-data.ts";

const { staged } = await theRealData();
const aliases = staged.tables.actor_aliases.rows.map(({ values }) => values);

interface YearedName {
  readonly name: string;
  /** The name without its years. */
  readonly stem: string;
  readonly from: string;
  /** Empty while the government is the last. */
  readonly to: string;
  readonly familyId: string;
}

/** `Military Forces of Mali (2013-2020)`: ACLED adds the years of a government to the names of its parts. */
const yeared = aliases.flatMap(({ event_source, name, family_id: familyId }): YearedName[] => {
  const [, stem = "", from = "", to = ""] = /^(.*) \((\d{4})-(\d{4})?\)$/u.exec(name) ?? [];
  return event_source === "acled" && stem !== "" ? [{ name, stem, from, to, familyId }] : [];
});

describe("names with the years of a government", () => {
  it("are there with the last year too, once another government has followed", () => {
    const open = yeared.filter(({ to }) => to === "");
    const lacking = open.filter(({ stem, from }) => {
      const alike = yeared.filter((other) => other.stem === stem);
      const isFollowed = alike.some((other) => other.from > from);
      return isFollowed && !alike.some((other) => other.from === from && other.to !== "");
    });
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it("are those of the army and of its government", () => {
    const yearsOf = (familyId: string, word: string) =>
      yeared
        .filter((one) => one.familyId === familyId && one.stem.startsWith(word))
        .map(({ from, to }) => `${from}-${to}`)
        .sort();
    for (const familyId of ["government-of-burkina-faso", "government-of-mali", "government-of-niger"])
      expect(yearsOf(familyId, "Military Forces")).toEqual(yearsOf(familyId, "Government"));
  });
});

describe("names in UCDP", () => {
  const { hasName } = readAliases(aliases);

  it("have the coalition of northern Mali by its French acronym", () => {
    for (const source of ["ucdp-ged", "ucdp-candidate"]) expect(hasName(source, "CSP-PSD", "MLI")).toBe(true);
  });

  it("mean the branch of the Islamic State in the Sahel only where no other branch is", () => {
    const where = ["BEN", "BFA", "MLI", "NER", "NGA", "TCD"].filter((iso3) => hasName("ucdp-ged", "IS", iso3));
    expect(where).toEqual(["BEN", "BFA", "MLI"]);
  });
});
