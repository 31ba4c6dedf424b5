import { describe, expect, it } from "vitest";
import { currentEditions } from "#pipeline/events/current-editions.ts";
import { serverEditionsFault } from "#pipeline/events/server-editions-fault.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";

const current = currentEditions([anEdition("ucdp-ged", "23.1", [2020, 2021])]);
const row = (year: number, cells: Readonly<Record<string, string | number>> = {}) => ({
  ...{ event_source: "ucdp-ged", event_edition: "23.1", file_sha256: "a".repeat(64), year, n_events: 5 },
  ...cells,
});

describe("the events on a server", () => {
  it("are right if they are those that count here", () => {
    expect(serverEditionsFault([row(2020), row(2021)], current)).toBeNull();
  });

  it.each([
    ["another edition", [row(2020, { event_edition: "24.1" }), row(2021)], "it has edition ucdp-ged 24.1"],
    ["other files", [row(2020), row(2021, { file_sha256: "b".repeat(64) })], "it has ucdp-ged 23.1 from other files"],
    ["another year", [row(2019), row(2020), row(2021)], "with the year 2019"],
    ["fewer years", [row(2020)], "it lacks the year 2021 of ucdp-ged 23.1"],
    ["nothing", [], "it lacks the year 2020 of ucdp-ged 23.1"],
    [
      "each event twice",
      [row(2020, { n_events: 10 }), row(2021, { n_events: 10 })],
      "20 events of ucdp-ged 23.1 instead of 10",
    ],
  ])("are wrong if they are of %s", (_, found, words) => {
    expect(serverEditionsFault(found, current)).toContain(words);
  });

  it("may lack a part of which newer parts replace every event, and have the years that count alone", () => {
    const parts = currentEditions([
      anEdition("ucdp-ged", "23.1", [2020]),
      ...["24.0.1", "24.0.2"].map((edition) => anEdition("ucdp-candidate", edition, [2020, 2021])),
    ]);
    const part = (year: number) => row(year, { event_source: "ucdp-candidate", event_edition: "24.0.2" });
    const whole = row(2020, { n_events: 10 });
    expect(serverEditionsFault([whole, part(2021)], parts)).toBeNull();
    expect(serverEditionsFault([whole, part(2020)], parts)).toContain("with the year 2020");
  });
});
