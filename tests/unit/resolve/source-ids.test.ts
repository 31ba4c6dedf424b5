import { describe, expect, it } from "vitest";
import { refuseId } from "#pipeline/commands/add/refuse-id.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const CODES = ["resolve/unusual-id", "resolve/id-in-two-tables"];

const rawWith = (...ids: readonly string[]) =>
  resolveRaw(
    aRawInput({
      sources: ids.map((id) => aSource(id)),
      events: [aCodedRow("events", { record_id: "evt-001", source_id: ids[0] ?? "" })],
    }),
  );

const faultsOf = (...ids: readonly string[]) =>
  rawWith(...ids).issues.flatMap((issue) => (CODES.includes(issue.code) ? [`${issue.code} ${issue.at.column}`] : []));

describe("the ids of sources", () => {
  it("have a year if most of them have one", () => {
    expect(faultsOf("house-2023", "house-2024", "house")).toEqual(["resolve/unusual-id source_id"]);
    expect(faultsOf("house", "other-house", "house-2024")).toEqual([]);
  });

  it("are in no other table", () => {
    expect(faultsOf("house-2023", "house-2024", "jnim")).toContain("resolve/id-in-two-tables source_id");
    expect(faultsOf("house-a", "evt-001")).toEqual(["resolve/id-in-two-tables source_id"]);
  });
});

describe("the id of a new source", () => {
  const { staged } = rawWith("house-2023", "house-2024");
  const codeOf = (id: string) => refuseId(id, staged.tables)?.code ?? null;

  it("is refused for what validate would report", () => {
    expect(["house-2025", "jnim", "evt-001", "house"].map(codeOf)).toEqual([
      null,
      "id-of-another-table",
      "id-of-another-table",
      "id-without-year",
    ]);
  });

  it("is refused if it is retired", () => {
    const retired = [aCodedRow("retired", { table: "sources", record_id: "house-2020" })];
    const { tables } = resolveRaw(aRawInput({ sources: [aSource("house-2023")], retired })).staged;
    expect(refuseId("house-2020", tables)?.code).toBe("id-is-retired");
  });
});
