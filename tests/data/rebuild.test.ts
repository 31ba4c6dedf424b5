import { describe, expect, it } from "vitest";
import { parseAmount } from "#pipeline/core/amount.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { type Row, splitList, type Value } from "#pipeline/core/row.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import { theRealData } from "#tests/builders/real-data.ts";

const { published } = await theRealData();
const { claims } = published;

const codedTablesOf: Readonly<Record<string, CodedTableName>> = {
  actor_profile: "profile",
  actor_relations: "relations",
  actor_names: "actor_names",
  expansion_timeline: "expansion",
  economic_warfare_incidents: "economic_warfare",
  economic_warfare_patterns: "economic_warfare",
  events: "events",
};

const accepted = claims.filter(({ status }) => status === "accepted");
const byRecord = new Map<string, Row[]>();
for (const claim of accepted) {
  const key = `${claim.table} ${claim.record_id}`;
  byRecord.set(key, [...(byRecord.get(key) ?? []), claim]);
}

/** Uses only accepted claims, as the codebook describes. The claims of a record are in order of preference. */
function rebuild(name: string, rule: string, found: readonly Row[]): Record<string, Value> {
  const values = found.map(({ value }) => String(value));
  if (rule === "union") return { [name]: [...new Set(values.flatMap(splitList))].sort(byCodeUnit).join("; ") };
  if (rule !== "range") return { [name]: values[0] ?? null };
  const amounts = values.map(readAmount);
  const finite = (number: number) => (Number.isFinite(number) ? number : null);
  return {
    [`${name}_low`]: finite(Math.min(...amounts.map(({ low }) => low))),
    [`${name}_best`]: amounts.find(({ point }) => point !== null)?.point ?? null,
    [`${name}_high`]: finite(Math.max(...amounts.map(({ high }) => high))),
  };
}

function readAmount(text: string) {
  const amount = parseAmount(text);
  if (typeof amount === "string") throw new Error(`${text} is not an amount.`);
  return amount;
}

describe("accepted claims", () => {
  it.each(Object.entries(codedTablesOf))("rebuild every record of %s exactly", (table, coded) => {
    const columns = columnsOf(codedTable(coded).row).filter(
      ({ rule, name }) => rule !== undefined && !["source_id", "kind"].includes(name),
    );
    const rows = publishedTableNames.flatMap((name) => (name === table ? published[name] : []));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const found = byRecord.get(`${table} ${row.record_id}`) ?? [];
      for (const { name, rule = "" } of columns) {
        const ofColumn = found.filter(({ column }) => column === name);
        if (ofColumn.length > 0)
          expect({ id: row.record_id, ...pick(row, rebuild(name, rule, ofColumn)) }).toEqual({
            id: row.record_id,
            ...rebuild(name, rule, ofColumn),
          });
        else if (rule !== "range") expect([row.record_id, name, row[name]]).toEqual([row.record_id, name, null]);
      }
    }
  });

  it("have ids of their own", () => {
    expect(new Set(claims.map(({ claim_id }) => claim_id)).size).toBe(claims.length);
  });

  it("come from every statement table", () => {
    expect(new Set(claims.map(({ table }) => table))).toEqual(new Set(Object.keys(codedTablesOf)));
    expect(
      Object.keys(codedTablesOf).every((name) => publishedTableNames.some((published) => published === name)),
    ).toBe(true);
  });
});

const pick = (row: Row, like: Record<string, Value>) =>
  Object.fromEntries(Object.keys(like).map((name) => [name, row[name] ?? null]));
