import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PortableQuery, SmallTable } from "#pipeline/events/engine.ts";
import { candidateIds, readScored } from "#pipeline/events/match/candidate.ts";
import { matchTables } from "#pipeline/events/match/match-tables.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import { seededCountTables } from "#tests/builders/seeded-claims.ts";
import { seededAliases, seededRecords } from "#tests/builders/seeded-records.ts";
import type { EngineRun } from "./engine-run.ts";

/** A portable file with the small tables that it reads. */
export interface SeededQuery {
  readonly query: PortableQuery;
  readonly tables: readonly SmallTable[];
}

const SEED = 20170302;
const RECORDS = 200;
const FOLDER = join(import.meta.dirname, "../../pipeline/events/sql");

/** Every portable file, in the order of their names. DuckDB finds the candidates whose facts are looked up. */
export async function seededQueries(sources: readonly string[], duckdb: EngineRun): Promise<SeededQuery[]> {
  const aliases = seededAliases(sources);
  const records = seededRecords(RECORDS, SEED);
  const match = matchTables(records, aliases);
  const scored = readScored(await duckdb(readEventQuery("match"), match));
  const tablesOf: Readonly<Record<string, readonly SmallTable[]>> = {
    "candidate-events": [candidateIds(scored)],
    counts: seededCountTables(sources),
    kinds: [],
    match,
    unmapped: [
      {
        name: "record_countries",
        columns: { iso3: "VARCHAR", day_first: "INTEGER", day_last: "INTEGER" },
        rows: records.map(({ iso3, day_first, day_last }) => ({ iso3, day_first, day_last })),
      },
    ],
  };
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.sql$/u, "");
      const tables = tablesOf[name];
      if (tables === undefined) throw new Error(`tests/engines/seeded-queries.ts has no small tables for ${file}.`);
      return { query: readEventQuery(name), tables };
    });
}
