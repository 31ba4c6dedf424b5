import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { dataPackage } from "#pipeline/publish/describe/data-package.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const profile: object = JSON.parse(
  readFileSync(new URL("../../../schemas-of-others/data-package-2.0.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addFormat("textarea", true);
const isDataPackage = ajv.compile(profile);

const { content } = writeSomeRelease();
const { tables } = content;
const files = new Map(content.files.map((facts) => [facts.path, facts]));
const descriptor = () => dataPackage(content, someFacts);

/** The descriptor with one thing at a path set to something else. */
function planted(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(descriptor());
  let parent: unknown = copy;
  for (const step of path.slice(0, -1)) parent = Reflect.get(Object(parent), step);
  Reflect.set(Object(parent), path.at(-1) ?? "", value);
  return copy;
}

describe("datapackage.json", () => {
  it("is valid against the profile of Data Package 2.0", () => {
    expect(isDataPackage(descriptor()), JSON.stringify(isDataPackage.errors)).toBe(true);
  });

  it("is valid with a DOI, too, and leads to the text of the licence", () => {
    const described = dataPackage(content, { ...someFacts, doi: "10.5281/zenodo.1234567" });
    expect(isDataPackage(described), JSON.stringify(isDataPackage.errors)).toBe(true);
    expect(described.licenses).toMatchObject([{ name: "CC-BY-4.0", path: "LICENSE" }]);
  });

  it.each([
    ["no resource", ["resources"], []],
    ["a path out of the folder", ["resources", 0, "path"], "../secret.csv"],
    ["a name that is no text", ["name"], 7],
    ["a field without a name", ["resources", 0, "schema", "fields", 0, "name"], undefined],
    ["a field of a type that is none", ["resources", 0, "schema", "fields", 0, "type"], "text"],
    ["a licence without name and path", ["licenses", 0], { title: "free" }],
    ["bytes that are no number", ["resources", 0, "bytes"], "many"],
    ["a hash that is none", ["resources", 0, "hash"], "sha256:?"],
    ["a day that is none", ["created"], "yesterday"],
  ] as const)("with %s is not", (_, path, value) => {
    expect(isDataPackage(planted(path, value))).toBe(false);
  });

  it("names columns, keys and pointers that exist, which the profile does not ask for", () => {
    const fieldNames = new Map(
      descriptor().resources.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)]),
    );
    for (const { name, schema } of descriptor().resources) {
      expect(fieldNames.get(name)).toEqual(expect.arrayContaining(schema.primaryKey));
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(fieldNames.get(name)).toEqual(expect.arrayContaining(fields));
        expect(tables.find((table) => table.name === reference.resource)?.key).toEqual(reference.fields);
      }
    }
  });

  it("keeps to what readers of version 1 and R take", () => {
    const fields = descriptor().resources.flatMap(({ schema }) => schema.fields);
    const types = new Set(fields.map(({ type }) => type));
    expect([...types].filter((type) => !["string", "integer", "number", "boolean", "date"].includes(type))).toEqual([]);
    for (const { profile, type, schema, path, hash } of descriptor().resources) {
      expect([profile, type, schema.missingValues]).toEqual(["tabular-data-resource", "table", [""]]);
      expect(hash).toBe(`sha256:${files.get(path)?.sha256}`);
    }
  });
});
