import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { badges, rootFiles, zenodoMetadata } from "#pipeline/publish/describe/root-files.ts";
import { doi } from "#schemas/dataset.ts";

const PROJECT = join(import.meta.dirname, "../..");
const read = (path: string) => (existsSync(join(PROJECT, path)) ? readFileSync(join(PROJECT, path), "utf8") : "");
const files = rootFiles({ citation: read("dist/latest/CITATION.cff"), readme: read("README.md") });

describe("the files at the root that hosting sites read", () => {
  it.each(files)("%s is as `npm run root-files` writes it; run that to write it again", (name, text) => {
    expect(read(name)).toBe(text);
  });

  it("are what the check of `npm run root-files` compares", () => {
    expect(files.map(([name]) => name)).toEqual(["CITATION.cff", ".zenodo.json", "LICENSE-DATA", "README.md"]);
  });
});

describe("CITATION.cff at the root", () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const schema: object = JSON.parse(read("tests/schemas-of-others/citation-file-format-1.2.0.json"));
  const isCitationFile = ajv.compile({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" });

  it("is valid against the schema of the Citation File Format 1.2.0", () => {
    expect(isCitationFile(parse(read("CITATION.cff"))), JSON.stringify(isCitationFile.errors)).toBe(true);
    expect(isCitationFile({})).toBe(false);
  });
});

/**
 * Restated from "Deposit metadata" at https://developers.zenodo.org: the fields that we use, those that Zenodo requires
 * of a dataset, and no other. (Zenodo's own schema, legacyrecord.json, is under the GPL, so it is not copied here.)
 */
const ZenodoMetadata = z.strictObject({
  title: z.string().min(1),
  description: z.string().regex(/^<p>[^<>]+<\/p>$/u),
  creators: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  upload_type: z.literal("dataset"),
  access_right: z.literal("open"),
  license: z.string().regex(/^[a-z0-9.-]+$/u),
  language: z.string().regex(/^[a-z]{3}$/u),
  keywords: z.array(z.string()),
  related_identifiers: z
    .array(z.strictObject({ identifier: z.url(), relation: z.literal("isCompiledBy"), scheme: z.literal("url") }))
    .optional(),
});

describe(".zenodo.json", () => {
  it("has the fields that Zenodo documents, and none that it takes from the tag", () => {
    expect(ZenodoMetadata.safeParse(JSON.parse(read(".zenodo.json"))).error).toBeUndefined();
    expect(ZenodoMetadata.safeParse({}).success).toBe(false);
    expect(Object.keys(zenodoMetadata())).not.toContain("version");
  });

  it("names the repository once its address is known", () => {
    const metadata = zenodoMetadata({ repository: "https://github.com/a/jnim-data", doi: null });
    expect(ZenodoMetadata.parse(metadata).related_identifiers).toHaveLength(1);
  });
});

describe("the badges", () => {
  const known = { repository: "https://github.com/a/jnim-data", doi: "10.5281/zenodo.1" };

  it("lead to addresses that are known, and to none that is not", () => {
    expect(badges({ repository: null, doi: null })).not.toMatch(/OWNER|github|zenodo/u);
    expect(badges()).not.toContain("OWNER");
  });

  it("say how the workflows went, what the latest release is, and which DOI it has", () => {
    for (const part of ["workflows/check.yml", "workflows/publish.yml", "/releases/latest", "doi.org/10.5281/zenodo.1"])
      expect(badges(known)).toContain(part);
    expect(
      badges(known)
        .trimEnd()
        .split("\n")
        .every((line) => /^\[!\[[^\]]+\]\([^)\s]+\)\]\([^)\s]+\)$/u.test(line)),
    ).toBe(true);
  });
});

describe("the licences", () => {
  it("are each the standard text alone, so that hosting sites recognise them", () => {
    expect(read("LICENSE")).toMatch(/^MIT License\n\nCopyright \(c\) 2026 jnim-data contributors\n\nPermission is /u);
    expect(read("LICENSE").trimEnd().split("\n")).toHaveLength(21);
    // The hash of the text at choosealicense.com, from which GitHub's licensee knows it.
    expect(sha256Hex(read("LICENSE-DATA"))).toBe("f5b745ef98087f531e719ee8ca6a96809444573ecc7173c6fa68eaad39b3cc3f");
  });
});

describe("the DOI in schemas/dataset.ts", () => {
  it("is a DOI without an address, or none", () => {
    expect(doi ?? "10.5281/zenodo.1").toMatch(/^10\.\d{4,9}\/[\w.\-/]+$/u);
  });
});
