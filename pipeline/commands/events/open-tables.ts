import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { type EventFile, openEventFile } from "#pipeline/io/event-file.ts";
import { findFault } from "#pipeline/io/read-input.ts";
import type { EventProfile } from "#schemas/events/profile.ts";
import { type EventTable, openTable } from "./open-table.ts";
import { Refused } from "./refused.ts";

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
  const found = findFault(path);
  if (found?.fault === "vanished")
    throw new UsageError(`There is no file ${path}. Name the file of event data to import.`);
  const file = found === null ? openEventFile(path) : null;
  if (file !== null) return file;
  const at = { file: path, line: null, column: null };
  throw new Refused([{ code: "extract/unreadable", at, ...(found ?? { fault: "vanished", detail: null }) }]);
}
