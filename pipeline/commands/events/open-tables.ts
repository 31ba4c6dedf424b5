import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { type EventFile, openEventFile } from "#pipeline/io/event-file.ts";
import type { EventProfile } from "#schemas/events/profile.ts";
import { type EventTable, openTable } from "./open-table.ts";

interface Opening {
  readonly profile: EventProfile;
  readonly progress: Progress;
}

/** Opens files in the order of their hashes, so that the order in which they are named does not matter; each file once. */
export async function openTables(paths: readonly string[], { profile, progress }: Opening): Promise<EventTable[]> {
  progress.begin("open");
  const tables = new Map<string, EventTable>();
  for (const path of paths) {
    progress.doing(path);
    const table = await openTable(opened(path), profile);
    if (!tables.has(table.sha256)) tables.set(table.sha256, table);
  }
  return [...tables.values()].sort((a, b) => byCodeUnit(a.sha256, b.sha256));
}

function opened(path: string): EventFile {
  const file = openEventFile(path);
  if (file !== null) return file;
  throw new UsageError(`${path} does not exist, or is not a file. Name the files of event data to import.`);
}
