import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bibtexCitation, type CitedRelease, textCitation } from "#pipeline/core/citation.ts";
import { citationFile } from "#pipeline/publish/describe/citation-file.ts";
import { croissant } from "#pipeline/publish/describe/croissant.ts";
import { csvwMetadata } from "#pipeline/publish/describe/csvw.ts";
import { dataPackage } from "#pipeline/publish/describe/data-package.ts";
import { releaseReadme } from "#pipeline/publish/describe/release-readme.ts";
import { readMeLines } from "#pipeline/publish/editions/workbook/read-me-lines.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const { content } = writeSomeRelease();
const { tables, files } = content;
const withDoi: CitedRelease = { ...someFacts, doi: "10.5281/zenodo.1234567" };
const address = "https://doi.org/10.5281/zenodo.1234567";

/** Everything that cites or describes a release, by the name of its file. */
const describedBy = (release: CitedRelease): readonly (readonly [what: string, text: string])[] => [
  ["a citation in one line", textCitation(release)],
  ["BibTeX", bibtexCitation(release)],
  ["CITATION.cff", citationFile(release, content.sources)],
  ["datapackage.json", JSON.stringify(dataPackage(content, release))],
  ["croissant.json", JSON.stringify(croissant({ content, files: [], release }))],
  ["csv-metadata.json", JSON.stringify(csvwMetadata(tables, release))],
  ["README.md", releaseReadme({ tables, files, release, isMigration: false })],
  ["the sheet Read me", JSON.stringify(readMeLines(release, { sheets: [], leftOut: [] }, []))],
];

describe("a DOI", () => {
  it.each(describedBy(withDoi))("is in %s once it is known", (_, text) => {
    expect(text).toContain("10.5281/zenodo.1234567");
  });

  it.each(describedBy(someFacts))("is not promised in %s before", (_, text) => {
    expect(text).not.toMatch(/doi\.org|\bdoi\b|\bDOI\b|undefined|null,/u);
  });

  it("identifies the dataset in the terms of each descriptor", () => {
    expect(parse(citationFile(withDoi, []))).toMatchObject({ doi: withDoi.doi });
    expect(dataPackage(content, withDoi)).toMatchObject({ id: address });
    expect(croissant({ content, files: [], release: withDoi })).toMatchObject({ identifier: address, sameAs: address });
    expect(csvwMetadata(tables, withDoi)).toMatchObject({ "dc:identifier": address });
    expect(bibtexCitation(withDoi)).toContain("\n  doi          = {10.5281/zenodo.1234567},\n");
  });
});
