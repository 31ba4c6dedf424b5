import { join } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { type CurrentEdition, currentEditions, currentFiles, eventQueries } from "#pipeline/events/current-editions.ts";
import type { Engine } from "#pipeline/events/engine.ts";
import { damagedEvents, openEventEngine } from "#pipeline/io/event-engine.ts";
import { damagedEditions, eventsFolder, readEditions } from "#pipeline/io/imported-editions.ts";
import type { ImportedEdition } from "#schemas/events/edition.ts";

export interface EngineOptions {
  readonly staged: string;
  readonly engine: "duckdb" | "trino";
  /** Address of the server. */
  readonly server?: string | undefined;
  /** Name of the user on the server. */
  readonly user: string;
}

interface OpenEvents {
  /** All that are imported. */
  readonly editions: readonly ImportedEdition[];
  /** The editions whose events the engine has. */
  readonly current: readonly CurrentEdition[];
  readonly engine: Engine;
}

/**
 * Opens the imported events that count. Throws a UsageError if there are none, if the options do not
 * fit, or if the server has others, and an error of one line if an edition is damaged.
 */
export async function openEvents({ staged, engine, server, user }: EngineOptions): Promise<OpenEvents> {
  if ((engine === "trino") !== (server !== undefined))
    throw new UsageError("Give --server URL together with --engine trino, and only then.");
  const folder = eventsFolder(staged);
  const [damaged] = await damagedEditions(staged);
  if (damaged !== undefined) throw damagedEvents(damaged);
  const editions = await readEditions(staged);
  const current = currentEditions(editions);
  if (current.length === 0)
    throw new UsageError(
      `There are no imported events in ${folder}. Import a file first: npm run pipeline -- events import FILE --as ucdp-ged`,
    );
  if (server !== undefined) {
    const { openTrinoEngine } = await import("./trino-engine.ts");
    const onServer = await openTrinoEngine({ server, user });
    await onServer.checkEditions(current);
    return { editions, current, engine: onServer };
  }
  const files = currentFiles(current, (path) => join(folder, path));
  return { editions, current, engine: await openEventEngine(eventQueries(files), join(folder, ".spill")) };
}
