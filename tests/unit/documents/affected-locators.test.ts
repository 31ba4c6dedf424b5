import { describe, expect, it } from "vitest";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { affectedLocators } from "#pipeline/documents/affected-locators.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { findCitations } from "#pipeline/documents/citations.ts";
import { utf8 } from "#tests/builders/intake.ts";

const indexOf = (text: string) => sentenceIndex("source-a", "source-a.index.csv", buildIndex(text, "0".repeat(64)));
const before = indexOf("One is cited. Two is not. Three is cited.\nFour is cited.\n");

const citing = (...evidence: readonly string[]) =>
  findCitations({
    path: "raw/coded/errata.csv",
    bytes: utf8(
      `erratum_id,source_id,evidence\n${evidence.map((cell, at) => `err-${at + 1},source-a,${cell}\n`).join("")}err-9,source-b,p1s2\n`,
    ),
  });

describe("the locators that a changed text affects", () => {
  const affected = (text: string) => affectedLocators(before, indexOf(text), citing("p1s1; p1s3", "p2s1"));

  it("are none if the cited sentences stay in their places", () => {
    expect(affected("One is cited. Two is another. Three is cited.\nFour is cited. Five is new.\n")).toEqual([]);
  });

  it("are those of sentences that moved, changed or are gone, in the order of the text", () => {
    expect(affected("One is cited. Three is cited.\nFour was cited.\n")).toEqual(["p1s3", "p2s1"]);
    expect(affected("Nothing.\n")).toEqual(["p1s1", "p1s3", "p2s1"]);
  });
});
