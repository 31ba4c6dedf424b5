import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { buildRunEvent, type RunFacts } from "#pipeline/publish/run-event.ts";

const SPEC = "https://openlineage.io/spec/2-0-2/OpenLineage.json";
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../schemas-of-others/openlineage-2-0-2.json"), "utf8")),
);

const faultsOf = (event: unknown, schema = SPEC) => {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
  return validate(event)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

const file = (path: string) => ({ path, sha256: "a".repeat(64) });
const FACTS: RunFacts = {
  runId: "0b8a3c9e-7d2f-4a61-9b43-2f8d1c5e6a70",
  time: "2026-11-24T01:02:03.004Z",
  version: "1.1.0",
  inputs: [file("coded/events.csv"), file("documents/source-a.index.csv")],
  outputs: [file("data/events.csv")],
  failure: null,
  pipeline: "b".repeat(64),
};

describe("the OpenLineage event of a run", () => {
  it.each([
    ["a run that published", FACTS],
    ["a run with nothing to do", { ...FACTS, outputs: [] }],
    ["a run that failed", { ...FACTS, version: null, outputs: [], failure: "3 errors in the data" }],
  ])("is valid against the specification: %s", (_, facts) => {
    expect(faultsOf(buildRunEvent(facts))).toEqual([]);
  });

  it("names every input and output with its hash", () => {
    const { eventType, inputs, outputs } = buildRunEvent(FACTS);
    expect(eventType).toBe("COMPLETE");
    expect(inputs.map(({ name, facets }) => [name, facets.version.datasetVersion])).toEqual([
      ["raw/coded/events.csv", `sha256:${"a".repeat(64)}`],
      ["raw/documents/source-a.index.csv", `sha256:${"a".repeat(64)}`],
    ]);
    expect(outputs.map(({ name }) => name)).toEqual(["releases/1.1.0/data/events.csv"]);
    for (const { facets } of [...inputs, ...outputs])
      expect(faultsOf(facets.version, `${SPEC}#/$defs/DatasetVersion`)).toEqual([]);
  });

  it("says why a run failed", () => {
    const { eventType, run } = buildRunEvent({ ...FACTS, version: null, outputs: [], failure: "3 errors in the data" });
    expect(eventType).toBe("FAIL");
    expect(run.facets?.errorMessage.message).toBe("3 errors in the data");
    expect(faultsOf(run.facets?.errorMessage, `${SPEC}#/$defs/ErrorMessage`)).toEqual([]);
  });

  it.each([
    ["no event at all", {}, [" required"]],
    ["a run without a UUID", { ...buildRunEvent(FACTS), run: { runId: "run-1" } }, ["/run/runId format"]],
    [
      "a facet that does not say where it comes from",
      { ...buildRunEvent(FACTS), run: { runId: FACTS.runId, facets: { x: {} } } },
      ["/run/facets/x required"],
    ],
    ["a local time", { ...buildRunEvent(FACTS), eventTime: "2026-11-24 01:02" }, ["/eventTime format"]],
    ["a state that is none", { ...buildRunEvent(FACTS), eventType: "DONE" }, ["/eventType enum"]],
  ])("is checked by a schema that refuses %s", (_, event, faults) => {
    expect([...new Set(faultsOf(event))]).toEqual(faults);
  });
});
