import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bibtexCitation, citationFile, rowCitation, textCitation } from "#pipeline/publish/describe/citation.ts";
import { writeSomeRelease } from "#tests/builders/release.ts";

const release = { version: "1.2.0", created: "2026-11-24", dataHash: "ab".repeat(32) };
const schema: object = JSON.parse(
  readFileSync(new URL("../../../schemas-of-others/citation-file-format-1.2.0.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isCitationFile = ajv.compile({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" });
const written = () => citationFile(release, writeSomeRelease().content.sources);

describe("CITATION.cff", () => {
  it("is valid against the schema of the Citation File Format 1.2.0", () => {
    expect(isCitationFile(parse(written())), JSON.stringify(isCitationFile.errors)).toBe(true);
  });

  it("is no citation file any more without its authors, or as another type", () => {
    expect(isCitationFile({ ...parse(written()), authors: [] })).toBe(false);
    expect(isCitationFile({ ...parse(written()), type: "table" })).toBe(false);
  });

  it("keeps version and day as texts, and names the sources that were coded", () => {
    expect(parse(written())).toMatchObject({
      type: "dataset",
      version: "1.2.0",
      "date-released": "2026-11-24",
      references: [
        { title: "Actor Profile: JNIM" },
        { title: 'A "quoted" title, and more', authors: [{ name: "Ann Ôther" }, { name: "B. Author" }] },
      ],
    });
  });
});

describe("a citation", () => {
  it.each([textCitation(release), bibtexCitation(release)])("names version, day and hash: %s", (citation) => {
    expect(citation).toContain("1.2.0");
    expect(citation).toContain("2026-11-24");
    expect(citation).toContain(release.dataHash);
  });

  it("of a row is the dataset, the version and the id", () => {
    expect(rowCitation("1.2.0", "exp-014")).toBe("jnim-data@1.2.0#exp-014");
  });
});
