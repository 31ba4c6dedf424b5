import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SmallTable } from "#pipeline/events/engine.ts";
import { withSmallTables } from "#pipeline/events/small-table-sql.ts";
import { type DuckDb, openDuckDb } from "#pipeline/io/duckdb.ts";

const hard: SmallTable = {
  name: "hard",
  columns: { place: "INTEGER", word: "VARCHAR", share: "DOUBLE" },
  rows: [
    { place: 1, word: "Jama'at", share: 0.1 },
    { place: 2, word: "a\\b'\\c", share: -1e-7 },
    { place: 3, word: "é\n; --", share: 2 },
    { place: null, word: null, share: null },
  ],
};
const read = { name: "read", sql: "WITH all_rows AS (SELECT * FROM hard) SELECT * FROM all_rows ORDER BY place" };

let db: DuckDb;
beforeAll(async () => {
  db = await openDuckDb({ memoryMb: 200, threads: 1, spillTo: "" });
});
afterAll(() => {
  db.close();
});

describe("a small table", () => {
  test("comes back from the text of a query as it was", async () => {
    expect(await db.query(withSmallTables(read, [hard]))).toEqual(hard.rows);
  });

  test.each([
    ["empty", []],
    ["full of NULL", [{}]],
  ])("that is %s has the types of its columns", async (_, rows) => {
    const table = { ...hard, rows };
    const types = "SELECT typeof(place) || typeof(word) || typeof(share) AS t FROM hard";
    const query = { name: "types", sql: `WITH x AS (${types}) SELECT * FROM x` };
    expect(await db.query(withSmallTables(query, [table]))).toEqual(rows.map(() => ({ t: "INTEGERVARCHARDOUBLE" })));
  });

  test("of many rows keeps them all", async () => {
    const rows = Array.from({ length: 2001 }, (_, at) => ({ place: at }));
    const query = {
      name: "many",
      sql: "WITH x AS (SELECT count(*) AS n, max(place) AS most FROM many) SELECT * FROM x",
    };
    const many = { name: "many", columns: { place: "INTEGER" }, rows } as const;
    expect(await db.query(withSmallTables(query, [many]))).toEqual([{ n: 2001, most: 2000 }]);
  });

  test.each([
    ["INTEGER", 0.5],
    ["INTEGER", "1"],
    ["DOUBLE", Number.NaN],
    ["VARCHAR", 1],
  ] as const)("refuses, in a column of the type %s, %s", (type, cell) => {
    expect(() => withSmallTables(read, [{ name: "bad", columns: { cell: type }, rows: [{ cell }] }])).toThrow(type);
  });
});

test("a query that does not begin with WITH is refused by its name", () => {
  expect(() => withSmallTables({ name: "short", sql: "SELECT 1" }, [])).toThrow("short");
});
