import { describe, expect, it } from "vitest";
import { findTakenIds } from "#pipeline/branches/taken-ids.ts";
import { codedTexts } from "#tests/builders/coded-texts.ts";

const BASE = ["evt-001,source-a,p1s1"];
const base = codedTexts({ events: BASE });
const branch = (...rows: string[]) => codedTexts({ events: [...BASE, ...rows] });

describe("an id is taken", () => {
  it("if both branches gave it to rows of their own, and gets the next number after all that were used", () => {
    const ours = branch("evt-002,source-a,p1s2", "evt-003,source-a,p1s3");
    const theirs = branch("evt-002,source-b,p1s2", "evt-009,source-b,p1s3");
    expect(findTakenIds({ base, ours, theirs })).toEqual([{ table: "events", id: "evt-002", instead: "evt-010" }]);
  });

  it("also if the rows are of two people who coded one sentence", () => {
    const [ours, theirs] = [branch("evt-002,source-a,p1s2,x"), branch("evt-002,source-a,p1s2,y")];
    expect(findTakenIds({ base, ours, theirs })).toEqual([{ table: "events", id: "evt-002", instead: "evt-003" }]);
  });

  it("never by a number that was retired, and keeps its digits", () => {
    const ours = branch("evt-002,source-a,p1s2");
    const theirs = new Map([
      ...branch("evt-002,source-b,p1s2"),
      ...codedTexts({ retired: ["events,evt-0999,reason"] }),
    ]);
    expect(findTakenIds({ base, ours, theirs })).toEqual([{ table: "events", id: "evt-002", instead: "evt-1000" }]);
  });
});

describe("an id is not taken", () => {
  it.each([
    ["if only one branch has it", branch("evt-002,source-a,p1s2"), branch("evt-003,source-b,p1s2")],
    [
      "if the base has it, because then both speak of one record",
      branch("evt-001,source-a,p1s2"),
      branch("evt-001,source-b,p1s2"),
    ],
    [
      "if both branches have the same rows, as after a cherry-pick",
      branch("evt-002,source-a,p1s2"),
      branch("evt-002,source-a,p1s2"),
    ],
  ])("%s", (_, ours, theirs) => {
    expect(findTakenIds({ base, ours, theirs })).toEqual([]);
  });
});
