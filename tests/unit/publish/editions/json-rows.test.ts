import { describe, expect, it } from "vitest";
import { writeJsonRows } from "#pipeline/publish/editions/json-rows.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { aPublishedRow, someEditionTables, someTables } from "#tests/builders/release.ts";

/** The table `retired` with these rows. */
function retired(...reasons: readonly string[]) {
  const rows = reasons.map((reason, at) => aPublishedRow("retired", { record_id: `evt-${at}`, reason }));
  const tables = someEditionTables(new Map([...someTables(), ["retired", rows]]));
  const table = tables.find(({ name }) => name === "retired");
  if (table === undefined) throw new Error("There is no such table.");
  const parts: Uint8Array[] = [];
  writeJsonRows(table, (bytes) => parts.push(bytes));
  return Buffer.concat(parts).toString("utf8");
}

describe("the JSON of rows", () => {
  it("is an array, one row a line", () => {
    const [first, second, third, ...rest] = retired('With "quotes"\nand é', "Plain").split("\n");
    expect(first).toBe("[");
    expect(second).toMatch(/^\{"table":.+"reason":"With \\"quotes\\"\\nand é",.+\},$/u);
    expect(third).toMatch(/^\{.+"reason":"Plain".+\}$/u);
    expect(rest).toEqual(["]", ""]);
  });

  it("can be put into a page, whatever the rows contain", () => {
    const reasons = Object.values({ ...payloads, ...controls });
    const json = retired(...reasons);
    expect(json).not.toMatch(/<[/!?]|<script|\]\]>|[\u2028\u2029\u0080-\u009f]/iu);
    const rows: { reason: string }[] = JSON.parse(json);
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(
      new Set(reasons.map((reason) => reason.replace(/\p{Cs}/u, "\uFFFD"))),
    );
  });

  it("without rows is an empty array", () => {
    expect(retired()).toBe("[]\n");
  });

  it("is complete even if it is longer than one write", () => {
    const reasons = Array.from({ length: 900 }, (_, at) => `${at} ${"long ".repeat(50)}`.trim());
    const rows: { reason: string }[] = JSON.parse(retired(...reasons));
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(reasons));
  });
});
