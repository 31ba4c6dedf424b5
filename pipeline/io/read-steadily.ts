import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { unsettled } from "./faults.ts";
import { formatUnfinished } from "./journal.ts";
import { readJournal } from "./journal-file.ts";
import { findHeld } from "./lock.ts";
import { codeOf } from "./system-error.ts";

const ATTEMPTS = 10;
const PAUSE = 100;

/**
 * Reads raw/ as it was at one moment, although another process may be replacing its files: reads again if a journal or
 * a changed file shows that the reading may have got half of a change. Throws if a change was left unfinished, or if
 * raw/ does not come to rest.
 */
export async function readSteadily<T>(raw: string, read: () => T): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await setTimeout(PAUSE);
    if (!(await isAtRest(raw))) continue;
    const before = await fingerprintOf(raw);
    const result = read();
    if ((await isAtRest(raw)) && before === (await fingerprintOf(raw))) return result;
  }
  throw unsettled(
    `${raw} kept changing while it was read. Wait until other programs are done with it, and run this again.`,
  );
}

/** Whether no change of several files is under way. Throws if one is, and the process that made it is gone. */
async function isAtRest(raw: string): Promise<boolean> {
  const journal = await readJournal(raw);
  if (journal === null) return true;
  if ((await findHeld(raw)) !== null) return false;
  // The process may have ended between the two looks.
  const still = await readJournal(raw);
  if (still !== null) throw unsettled(formatUnfinished(raw, still));
  return true;
}

/** Changes whenever a coded table, a second coding, an index or an outline is replaced or edited: a replaced file is another inode. */
async function fingerprintOf(raw: string): Promise<string> {
  const folders = await Promise.all([
    ...["coded", "documents", "outlines"].map((name) => fingerprintOfFolder(join(raw, name))),
    fingerprintOfFolder(join(raw, "second"), { recursive: true }),
  ]);
  return folders.join("\n");
}

async function fingerprintOfFolder(folder: string, { recursive = false } = {}): Promise<string> {
  const names = await orNone(readdir(folder, { recursive }), []);
  const places = [folder, ...names.filter((name) => /\.(csv|json)$/u.test(name)).map((name) => join(folder, name))];
  const lines = await Promise.all(
    places.map(async (place) => {
      const found = await orNone(stat(place, { bigint: true }), null);
      return found === null ? `${place} none` : `${place} ${found.ino} ${found.mtimeNs} ${found.size}`;
    }),
  );
  return lines.sort().join("\n");
}

/** What cannot be looked at is reported by the reading itself. */
async function orNone<T>(look: Promise<T>, none: T): Promise<T> {
  try {
    return await look;
  } catch (error) {
    if (codeOf(error) !== null) return none;
    throw error;
  }
}
