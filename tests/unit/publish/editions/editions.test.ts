import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { Edition } from "#pipeline/publish/editions/edition.ts";
import { editions } from "#pipeline/publish/editions/editions.ts";
import { json } from "#pipeline/publish/editions/json-rows.ts";
import { isStatedTable, publishedTableNames } from "#schemas/published-tables.ts";
import type { MemoryWorkspace } from "#tests/builders/memory-store.ts";
import { aPublishedRow, type SomeRelease, someFacts, someTables, writeSomeRelease } from "#tests/builders/release.ts";

/** Makes an edition of a release, and gives its new files. */
async function make(edition: Edition, { tables, workspace }: SomeRelease) {
  const before = new Set(workspace.files.keys());
  const facts = await edition.make({
    tables,
    release: someFacts,
    outlines: NO_OUTLINES,
    workspace,
    pause: () => Promise.resolve(),
  });
  return { facts, made: [...workspace.files.keys()].filter((path) => !before.has(path)) };
}

const factsIn = ({ files }: MemoryWorkspace, path: string): FileFacts => {
  const bytes = files.get(path) ?? new Uint8Array();
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
};

describe("every edition", () => {
  it.each(editions)("makes exactly the files that it names, and gives their facts: $name", async (edition) => {
    const release = writeSomeRelease();
    const paths = edition.paths(publishedTableNames);
    const { facts, made } = await make(edition, release);
    expect(made.sort()).toEqual([...paths].sort());
    expect(facts).toEqual(paths.map((path) => factsIn(release.workspace, path)));
  });

  it.each(editions)("has the same bytes whenever it is made of the same data: $name", async (edition) => {
    const [one, other] = [await make(edition, writeSomeRelease()), await make(edition, writeSomeRelease())];
    expect(other.facts).toEqual(one.facts);
  });

  it.each(editions)("is made of tables without rows as well: $name", async (edition) => {
    const { facts } = await make(edition, writeSomeRelease(new Map()));
    expect(facts.map(({ path }) => path)).toEqual(edition.paths(publishedTableNames));
  });

  it("except the first has a format number above that of a release without it", () => {
    expect(editions.filter(({ format }) => format === 1).map(({ name }) => name)).toEqual(["json"]);
  });

  it("has a name and files of its own", () => {
    expect(new Set(editions.map(({ name }) => name)).size).toBe(editions.length);
    const paths = editions.flatMap((edition) => edition.paths(publishedTableNames));
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe("the bounds of as_of", () => {
  const tablesWithAsOf = writeSomeRelease().tables.filter(({ fields }) => fields.some(({ name }) => name === "as_of"));

  it("are days of every record", () => {
    expect(tablesWithAsOf.map(({ name }) => name).sort()).toEqual(publishedTableNames.filter(isStatedTable).sort());
    for (const { fields } of tablesWithAsOf)
      for (const bound of ["as_of_earliest", "as_of_latest"])
        expect(fields.find(({ name }) => name === bound)?.type).toBe("date");
  });

  it.each(editions.filter(({ name }) => name !== "figures"))("are in every file of rows: $name", async (edition) => {
    const event = aPublishedRow("events", { longitude: 1.4016, latitude: 14.882 });
    const release = writeSomeRelease(new Map([...someTables(), ["events", [event]]]));
    const { made } = await make(edition, release);
    const names = tablesWithAsOf.map(({ name }) => name);
    const holding = made.filter(
      (path) => !path.startsWith("data/") || names.some((name) => path.startsWith(`data/${name}.`)),
    );
    expect(holding.length).toBeGreaterThan(0);
    for (const path of holding) {
      const bytes = release.workspace.files.get(path) ?? new Uint8Array();
      const parts = path.endsWith(".xlsx") ? Object.values(unzipSync(bytes)) : [bytes];
      const text = parts.map((part) => strFromU8(part, true)).join("");
      if (text !== "[]\n")
        expect([path, text.includes("as_of_earliest"), text.includes("as_of_latest")]).toEqual([path, true, true]);
    }
  });
});

describe("a table's JSON", () => {
  const release = writeSomeRelease();
  beforeAll(async () => {
    await make(json, release);
  });

  it.each(release.tables)("of $name has the values of its CSV, one row a line", ({ name, rows, rowCount }) => {
    const text = release.workspace.text(`data/${name}.json`);
    expect(JSON.parse(text)).toEqual([...rows()]);
    expect(text.split("\n")).toHaveLength(rowCount === 0 ? 2 : rowCount + 3);
  });
});
