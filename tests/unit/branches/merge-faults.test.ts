import { describe, expect, it } from "vitest";
import { findMergeFaults } from "#pipeline/branches/merge-faults.ts";
import { codedTexts } from "#tests/builders/coded-texts.ts";

const [A, B] = ["evt-1,source-a,p1s1,a", "evt-2,source-a,p1s2,b"];
const events = (...rows: string[]) => codedTexts({ events: rows });

interface Merge {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly merged: readonly string[];
}

const faultsOf = ({ ours, theirs, merged }: Merge) =>
  findMergeFaults({ base: events(A, B), ours: events(...ours), theirs: events(...theirs) }, events(...merged)).map(
    ({ row, why }) => `${why}: ${row}`,
  );

describe("a merge", () => {
  it.each<[string, Merge, string[]]>([
    [
      "keeps what both add",
      { ours: [A, B, "evt-3,x"], theirs: [A, B, "evt-4,y"], merged: [A, B, "evt-3,x", "evt-4,y"] },
      [],
    ],
    [
      "takes the change of one",
      { ours: ["evt-1,source-a,p1s1,z", B], theirs: [A, B], merged: ["evt-1,source-a,p1s1,z", B] },
      [],
    ],
    ["takes a removal", { ours: [B], theirs: [A, B], merged: [B] }, []],
    [
      "takes the same change of both",
      { ours: [B, "evt-1,source-a,p9s9"], theirs: [B, "evt-1,source-a,p9s9"], merged: [B, "evt-1,source-a,p9s9"] },
      [],
    ],
    [
      "shows a row that both changed, whatever cell it was",
      {
        ours: ["evt-1,source-a,p1s3", B],
        theirs: ["evt-1,source-a,p1s4", B],
        merged: ["evt-1,source-a,p1s3", "evt-1,source-a,p1s4", B],
      },
      ["changed-twice: evt-1, source-a, p1s1"],
    ],
    [
      "shows a row that one changed and the other removed",
      { ours: ["evt-1,source-a,p1s3", B], theirs: [B], merged: ["evt-1,source-a,p1s3", B] },
      ["changed-twice: evt-1, source-a, p1s1"],
    ],
    [
      "shows old rows that come back beside their new versions",
      {
        ours: ["evt-1,source-a,p1s3", B],
        theirs: [A, "evt-2,source-a,p1s4"],
        merged: ["evt-1,source-a,p1s3", B, A, "evt-2,source-a,p1s4"],
      },
      ["back: evt-1, source-a, p1s1", "back: evt-2, source-a, p1s2"],
    ],
    ["shows a row that it loses", { ours: [A, B, "evt-3,x"], theirs: [A, B], merged: [A, B] }, ["lost: evt-3, x"]],
  ])("%s", (_, merge, expected) => {
    expect(faultsOf(merge)).toEqual(expected);
  });
});
