import { expect, it } from "vitest";
import { renameIds, renameReferences } from "#pipeline/branches/rename-ids.ts";
import { codedTexts } from "#tests/builders/coded-texts.ts";

it("renames an id wherever a cell names it, and changes no other byte", () => {
  const texts = codedTexts({
    events: [
      'evt-2,source-a,p1s1,"As ""evt-2"" says, twice: evt-2."\r',
      "evt-20,source-a,p1s1,evt-2-b; my-evt-2; evt-21",
    ],
    disagreement_sides: ["dis-1,a,events,evt-2,source-a,p1s1,,x"],
    corrections: ["events,evt-1; evt-2; evt-3,,Split from evt-2."],
    actors: ["jnim,JNIM,,,,"],
  });
  const { texts: renamed, cells } = renameIds(texts, [
    { table: "events", id: "evt-2", instead: "evt-3" },
    { table: "events", id: "evt-3", instead: "evt-4" },
  ]);
  expect(renamed).toEqual(
    codedTexts({
      events: [
        'evt-3,source-a,p1s1,"As ""evt-3"" says, twice: evt-3."\r',
        "evt-20,source-a,p1s1,evt-2-b; my-evt-2; evt-21",
      ],
      disagreement_sides: ["dis-1,a,events,evt-3,source-a,p1s1,,x"],
      corrections: ["events,evt-1; evt-3; evt-4,,Split from evt-3."],
    }),
  );
  expect(cells).toEqual(
    new Map([
      ["evt-2", 5],
      ["evt-3", 1],
    ]),
  );
});

it("leaves ids in a second coding that name its own rows", () => {
  const texts = codedTexts({
    cited_works: ["wrk-2,source-a,p1s1"],
    profile: ["prf-1,source-a,p1s1,wrk-1; wrk-2", "prf-2,source-a,p1s2,wrk-2"],
  });
  const { texts: renamed, cells } = renameReferences(texts, [
    { table: "cited_works", id: "wrk-1", instead: "wrk-5" },
    { table: "cited_works", id: "wrk-2", instead: "wrk-6" },
  ]);
  expect(renamed).toEqual(codedTexts({ profile: ["prf-1,source-a,p1s1,wrk-5; wrk-2", "prf-2,source-a,p1s2,wrk-2"] }));
  expect(cells).toEqual(new Map([["wrk-1", 1]]));
});
