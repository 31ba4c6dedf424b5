import { describe, expect, it } from "vitest";
import { wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { aFile } from "#tests/builders/document.ts";

const register = {
  path: "raw/coded/sources.csv",
  ids: new Set(["report-a", "report-b", "report-c"]),
  suggest: () => null,
  hashOf: () => null,
};
const texts = ["report-a", "report-b", "unlisted"].map((id) => aFile(`texts/${id}.txt`, "One."));
const wanted = (asked: readonly string[], files = texts) =>
  wantedTexts(files, { asked, register, folders: ["texts", "raw/documents"] }).map(({ path }) => path);

describe("the texts asked for", () => {
  it("are all of those named, or all that are available", () => {
    expect(wanted(["report-b", "report-a", "report-b"])).toEqual(["texts/report-a.txt", "texts/report-b.txt"]);
    expect(wanted([])).toHaveLength(3);
  });

  it("are refused if one is missing: where each was looked for, or the id that was meant", () => {
    expect(() => wanted(["report-a", "report-c", "unlistd", "nothing-like-it"])).toThrow(
      'There is no text report-c.txt in texts or raw/documents. There is no source "unlistd" in raw/coded/sources.csv. Did you mean "unlisted"? There is no source "nothing-like-it" in raw/coded/sources.csv. The ids are report-a, report-b, report-c, unlisted.',
    );
  });

  it("are refused if there is none at all, with both places", () => {
    expect(() => wanted([], [])).toThrow("There are no texts in texts or raw/documents.");
  });
});
