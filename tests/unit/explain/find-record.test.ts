import { describe, expect, it } from "vitest";
import { parseQuestion } from "#pipeline/explain/find-record.ts";

const asked = (...words: [string, string?, string?]) => parseQuestion(...words);

describe("a question to explain", () => {
  it("names table, record and column", () => {
    expect(asked("events", "evt-1", "date")).toEqual({
      version: null,
      table: "events",
      recordId: "evt-1",
      column: "date",
    });
    expect(asked("events", "evt-1")).toMatchObject({ table: "events", column: null });
  });

  it("may name the id alone, for an id names one thing only", () => {
    expect(asked("evt-1", "date")).toEqual({ version: null, table: null, recordId: "evt-1", column: "date" });
  });

  it("may name a table only, which is answered with an example", () => {
    expect(asked("events")).toEqual({ version: null, table: "events", recordId: "", column: null });
  });

  it("may be a citation of a release", () => {
    const question = { version: "1.2.0", table: null, recordId: "exp-014", column: "date" };
    expect(asked("jnim-data@1.2.0#exp-014", "date")).toEqual(question);
  });

  it.each([
    [["event", "evt-1", "date"], 'Did you mean "events"?'],
    [["expansion", "exp-1"], "published in expansion_timeline"],
    [["economic_warfare", "ewf-1"], "economic_warfare_incidents and economic_warfare_patterns"],
    [["jnim-data@2.0.2"], "Name a record of release 2.0.2 by its id. Write: jnim-data@2.0.2#RECORD_ID"],
    [["jnim-data@2.0.2#", "evt-1"], "Write: jnim-data@2.0.2#evt-1"],
  ] as const)("that is wrong gets an error that names what exists: %s", ([first, second, third], message) => {
    expect(() => asked(first, second, third)).toThrow(message);
  });
});
