import { describe, expect, it } from "vitest";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { numberedTable } from "#pipeline/find/numbered-table.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";

describe("the table of an id", () => {
  it.each([
    ["expansion", "exp"],
    ["expansion.csv", "exp"],
    ["expansion_timeline", "exp"],
    ["exp-", "exp"],
    ["economic_warfare_patterns", "ewf"],
    ["Events", "evt"],
    ["disagreements", "dis"],
    ["cited_works", "wrk"],
    ["errata", "err"],
  ])("is known by %s", (asked, prefix) => {
    expect(numberedTable(asked).prefix).toBe(prefix);
  });

  it.each([
    ["actors", "from the name"],
    ["places", "from the name"],
    ["sources", "the publisher and the year"],
    ["source_provenance", "sources.csv"],
    ["disagreement_sides", "have no ids of their own"],
    ["retired", "have no ids of their own"],
    ["expension", 'Did you mean "expansion"?'],
    ["zzzzzz", "There is no table zzzzzz."],
  ])("cannot be %s, and the error says why", (asked, message) => {
    expect(() => numberedTable(asked)).toThrow(message);
  });

  it("is found or explained for every coded table", () => {
    for (const name of codedTableNames) {
      const { idPrefix } = codedTable(name);
      if (idPrefix === null) expect(() => numberedTable(name)).toThrow(UsageError);
      else expect(numberedTable(idPrefix)).toEqual({ name, prefix: idPrefix });
    }
  });
});
