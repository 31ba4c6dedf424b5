import { afterEach, describe, expect, it } from "vitest";
import { openTrinoEngine } from "#pipeline/commands/trino-engine.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";
import { type AnsweringTrino, startTrino, type TrinoAnswer } from "#tests/builders/answering-trino.ts";

let trino: AnsweringTrino | null = null;
afterEach(async () => {
  await trino?.close();
  trino = null;
});

const COLUMNS = Object.entries(canonicalEvent).map(([name, { type }]) => [name, type.toLowerCase()]);

/** A server whose table `events` has these columns, and which answers every other query with one row. */
async function engineOver(columns: readonly (readonly (string | undefined)[])[], path = "") {
  const names = ["column_name", "data_type"].map((name) => ({ name, type: "varchar" }));
  trino = await startTrino(
    (sql): TrinoAnswer =>
      sql.includes("information_schema")
        ? { columns: names, parts: [columns] }
        : { columns: [{ name: "n", type: "bigint" }], parts: [[[7]]] },
  );
  return openTrinoEngine({ server: `${trino.origin}${path}`, user: "analyst" });
}

describe("the engine on a server", () => {
  it("runs a query with its small tables written into it", async () => {
    const { run, close } = await engineOver(COLUMNS);
    const aliases = {
      name: "aliases",
      columns: { name: "VARCHAR", day_first: "INTEGER" },
      rows: [{ name: "Defenders of '89", day_first: null }],
    } as const;
    expect(await run({ name: "some", sql: "WITH a AS (SELECT 1)\nSELECT 7 AS n" }, [aliases])).toEqual([{ n: 7 }]);
    expect(trino?.queries.at(-1)).toBe(
      "WITH aliases (name, day_first) AS (VALUES ('Defenders of ''89', CAST(NULL AS INTEGER))),\na AS (SELECT 1)\nSELECT 7 AS n",
    );
    await close();
  });

  it("asks for the columns of events in the schema of the address, as the server writes names", async () => {
    await engineOver(COLUMNS, "/lake/O'Events");
    expect(trino?.queries[0]).toContain("table_schema = 'o''events' AND table_name = 'events'");
  });

  it.each([
    [[], /^The server has no table or view events in hive\.default\.$/u],
    [COLUMNS.slice(1), /are not canonical events: the table has no column event_source\.$/u],
    [[...COLUMNS.slice(1), ["event_source", "date"]], /: the table has date as the type of event_source/u],
  ])("is not opened over a table that is not there or is another one", async (columns, words) => {
    await expect(engineOver(columns)).rejects.toThrow(UsageError);
    await expect(engineOver(columns)).rejects.toThrow(words);
  });
});
