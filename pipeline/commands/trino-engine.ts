import { UsageError } from "#pipeline/core/usage-error.ts";
import type { CurrentEdition } from "#pipeline/events/current-editions.ts";
import type { Engine } from "#pipeline/events/engine.ts";
import { eventsTableFault } from "#pipeline/events/events-table-fault.ts";
import { SERVER_EDITIONS_SQL, serverEditionsFault } from "#pipeline/events/server-editions-fault.ts";
import { withSmallTables } from "#pipeline/events/small-table-sql.ts";
import { openTrino, type TrinoOptions } from "#pipeline/io/trino.ts";

/** An engine on a server. */
interface TrinoEngine extends Engine {
  /** Throws a UsageError if the server does not have the events of these editions, and no others. */
  readonly checkEditions: (current: readonly CurrentEdition[]) => Promise<void>;
}

/**
 * Runs portable queries on a Trino server, over its table or view `events`, which must have the current editions alone
 * (`deploy/TRINO.md` says how). Looks at its columns first.
 */
export async function openTrinoEngine(options: TrinoOptions): Promise<TrinoEngine> {
  const { catalog, schema, query } = await openTrino(options);
  const rows = await query(
    "SELECT column_name, data_type FROM information_schema.columns " +
      `WHERE table_schema = '${schema.toLowerCase().replaceAll("'", "''")}' AND table_name = 'events'`,
  );
  const place = `${catalog}.${schema}`;
  if (rows.length === 0) throw new UsageError(`The server has no table or view events in ${place}.`);
  const fault = eventsTableFault(new Map(rows.map((row) => [String(row.column_name), String(row.data_type)])));
  if (fault !== null) throw new UsageError(`The events in ${place} are not canonical events: the table has ${fault}.`);
  return {
    run: (portable, tables) => query(withSmallTables(portable, tables)),
    checkEditions: async (current) => {
      const other = serverEditionsFault(await query(SERVER_EDITIONS_SQL), current);
      if (other !== null)
        throw new UsageError(
          `The events in ${place} are not those that are imported here: ${other}. Import the same files here, or register the editions again and replace the view, as deploy/TRINO.md says.`,
        );
    },
    close: () => Promise.resolve(),
  };
}
