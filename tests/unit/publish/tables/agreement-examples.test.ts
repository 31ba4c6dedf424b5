import { describe, expect, it } from "vitest";
import { collectAgreementExamples } from "#pipeline/publish/tables/agreement-examples.ts";
import { aPublishedRow, type CellsOf, someClaim } from "#tests/builders/release.ts";
import { aResolution } from "#tests/builders/resolution.ts";

type Said = readonly [column: string, value: string, source: string, status?: string];

interface Sketch {
  readonly id: string;
  readonly cells: CellsOf<"events">;
  readonly claims: readonly Said[];
}

const sources = [
  aPublishedRow("source_provenance", { source_id: "first" }),
  aPublishedRow("source_provenance", { source_id: "second" }),
  aPublishedRow("source_provenance", { source_id: "echo", derived_from: "first" }),
];

/** Shows events with their claims to the collector, in the order in which they are given. */
function examplesOf(...events: readonly Sketch[]) {
  const { add, examples } = collectAgreementExamples(sources);
  for (const { id, cells, claims } of events) {
    const resolution = aResolution(
      new Map([
        ["events", [aPublishedRow("events", { record_id: id, ...cells })]],
        [
          "claims",
          claims.map(([column, value, source_id, status = "accepted"]) =>
            someClaim(id, { table: "events", column, value, source_id, status }),
          ),
        ],
      ]),
    );
    for (const entry of resolution.entries("events")) if (entry.columns !== undefined) add(entry);
  }
  const { corroborated, compatible, conflicting } = examples();
  const word = (example: typeof corroborated) =>
    example === null ? null : `${example.record.record_id} ${example.column}`;
  return { corroborated: word(corroborated), compatible: word(compatible), conflicting: word(conflicting), examples };
}

const same = (id: string, ...from: readonly string[]): Sketch => ({
  id,
  cells: { agreement: "corroborated" },
  claims: from.map((source): Said => ["place_id", "mali", source]),
});

describe("the examples of agreement", () => {
  it("are none where no record shows one", () => {
    expect(examplesOf()).toMatchObject({ corroborated: null, compatible: null, conflicting: null });
    expect(examplesOf(same("evt-1", "first"))).toMatchObject({ corroborated: null });
  });

  it("are the first of the release, in whatever order the records pass", () => {
    const [one, two] = [same("evt-1", "first", "second"), same("evt-2", "first", "second")];
    expect(examplesOf(one, two).corroborated).toBe("evt-1 place_id");
    expect(examplesOf(two, one).corroborated).toBe("evt-1 place_id");
  });

  it("show corroboration only by sources that do not retell each other", () => {
    expect(examplesOf(same("evt-1", "first", "echo"), same("evt-2", "first", "second")).corroborated).toBe(
      "evt-2 place_id",
    );
  });

  it("show a vaguer date as compatible, or another column if every date is as precise", () => {
    const listed: Sketch = {
      id: "evt-1",
      cells: { agreement: "compatible" },
      claims: [
        ["assoc_actor1_ids", "cma", "first"],
        ["assoc_actor1_ids", "cma; fama", "second"],
      ],
    };
    const dated: Sketch = {
      id: "evt-2",
      cells: { agreement: "compatible" },
      claims: [
        ["date", "2018", "second", "compatible"],
        ["date", "2018-03", "first"],
      ],
    };
    expect(examplesOf(listed).compatible).toBe("evt-1 assoc_actor1_ids");
    const { compatible, examples } = examplesOf(listed, dated);
    expect(compatible).toBe("evt-2 date");
    expect(examples().compatible?.claims.map(({ value }) => value)).toEqual(["2018-03", "2018"]);
  });

  it("show a column that the record names as in conflict, and no text or number", () => {
    const conflict: Sketch = {
      id: "evt-1",
      cells: { agreement: "conflicting", conflicting_columns: "fatalities; place_id" },
      claims: [
        ["fatalities", "8", "first"],
        ["fatalities", "9", "second"],
        ["description", "One sentence.", "first"],
        ["description", "Another sentence.", "second"],
        ["place_id", "mali", "first"],
        ["place_id", "niger", "second", "outvoted"],
      ],
    };
    expect(examplesOf(conflict).conflicting).toBe("evt-1 place_id");
  });
});
