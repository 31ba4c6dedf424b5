import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bibtexCitation, rowCitation, textCitation } from "#pipeline/core/citation.ts";
import { citationFile } from "#pipeline/publish/describe/citation-file.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { aPublishedRow, writeSomeRelease } from "#tests/builders/release.ts";

const release = { version: "1.2.0", created: "2026-11-24", dataHash: "ab".repeat(32), doi: null };
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

  it("is valid with a DOI, too", () => {
    const cited = citationFile({ ...release, doi: "10.5281/zenodo.1234567" }, []);
    expect(isCitationFile(parse(cited)), JSON.stringify(isCitationFile.errors)).toBe(true);
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

describe("CITATION.cff of hostile sources", () => {
  const texts = Object.values({ ...payloads, ...controls });
  const sources = texts.map((text) =>
    aPublishedRow("source_provenance", { title: text, publisher: text, authors: text.replaceAll(";", ",") }),
  );
  const file = citationFile(release, sources);

  it.each(["1.1", "1.2"] as const)("is read with every text as it is, by the rules of YAML %s", (version) => {
    expect(parse(file, { version }).references).toMatchObject(
      texts.map((text) => ({ title: text, publisher: { name: text }, authors: [{ name: text.replaceAll(";", ",") }] })),
    );
  });

  it("has only characters that YAML allows, and no line break but its own", () => {
    expect(file).not.toMatch(/[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]/u);
    expect(file.split("\n").every((line) => /^[a-z-]|^ +(- )?[a-z-]+:|^ +- "|^$/u.test(line))).toBe(true);
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
