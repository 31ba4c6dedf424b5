import { expect, it } from "vitest";
import { countedEditions } from "#pipeline/events/counts/counted-editions.ts";
import { currentEditions } from "#pipeline/events/current-editions.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";

it("a source is counted by its newest edition, in the days that count and with the kinds that it has", () => {
  const current = currentEditions([
    anEdition("ucdp-ged", "22.1", [2019, 2020]),
    anEdition("ucdp-ged", "23.1", [2019, 2020, 2021]),
    anEdition("ucdp-candidate", "21.0.12", [2021]),
    anEdition("ucdp-candidate", "22.0.1", [2021, 2022]),
    anEdition("ucdp-candidate", "22.0.2", [2022]),
  ]);
  const kinds = [
    { event_source: "ucdp-ged", event_kind: "against_civilians" },
    { event_source: "ucdp-ged", event_kind: "armed_clash" },
  ];
  const [candidate, ged] = countedEditions(current, kinds);
  expect(ged).toMatchObject({
    ...{ event_edition: "23.1", first_day: "2019-01-01", last_day: "2021-12-31" },
    ...{ kinds: ["armed_clash", "against_civilians"], sha256: "a".repeat(64) },
  });
  expect(candidate).toMatchObject({
    ...{ event_source: "ucdp-candidate", event_edition: "22.0.2", first_day: "2022-01-01", last_day: "2022-12-31" },
    kinds: [],
  });
  expect(candidate?.sha256).not.toBe("a".repeat(64));
});
