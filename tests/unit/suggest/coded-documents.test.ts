import { describe, expect, it } from "vitest";
import { resolveRaw } from "#pipeline/run.ts";
import { codedDocuments } from "#pipeline/suggest/coded-documents.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";

describe("the coded documents", () => {
  it("are those whose texts are at hand, also where the row of the source has errors", () => {
    const sources = [
      aSource("source-b"),
      aSource("refused", { date_published: "13/11/2023" }),
      aSource("without-text"),
    ];
    const { tables, indexes } = resolveRaw(aRawInput({ sources })).staged;
    const texts = new Map(["source-b", "refused", "no-source"].map((id) => [id, "One. Two."]));
    expect(codedDocuments({ tables, indexes, texts }).map(({ sourceId }) => sourceId)).toEqual(["refused", "source-b"]);
  });
});
