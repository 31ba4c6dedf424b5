import { describe, expect, it } from "vitest";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { writeParquet } from "#pipeline/publish/editions/parquet.ts";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { publishedTables } from "#schemas/published-tables.ts";
import { aPublishedRow } from "#tests/builders/release.ts";

const claims = (rowCount: number): EditionTable => ({
  ...publishedTables.claims,
  name: "claims",
  fields: fieldsOf("claims"),
  filled: new Map(),
  rowCount,
  *rows() {
    for (let at = 0; at < rowCount; at += 1) yield aPublishedRow("claims", { claim_id: `clm-${at}` });
  },
});

function partsOf(table: EditionTable): Buffer[] {
  const parts: Buffer[] = [];
  writeParquet(table, (bytes) => parts.push(Buffer.from(bytes)));
  return parts;
}

describe("a Parquet file", () => {
  it("is written a group of rows at a time", () => {
    const [group, rest, footer, ...more] = partsOf(claims(20_003));
    expect(more).toEqual([]);
    expect(group?.subarray(0, 4).toString()).toBe("PAR1");
    expect(footer?.subarray(-4).toString()).toBe("PAR1");
    expect(partsOf(claims(20_000))[0]).toEqual(group);
    expect(rest?.includes("clm-20002")).toBe(true);
    expect(rest?.includes("clm-19999")).toBe(false);
  });

  it("is the same to the byte for the same rows", () => {
    expect(Buffer.concat(partsOf(claims(50)))).toEqual(Buffer.concat(partsOf(claims(50))));
  });

  it("of a table without rows is a header and a footer", () => {
    const bytes = Buffer.concat(partsOf(claims(0)));
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
  });
});
