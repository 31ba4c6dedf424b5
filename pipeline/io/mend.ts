import { constants } from "node:fs";
import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import { plural } from "#pipeline/core/plural.ts";
import { isTemporaryName, namesIn } from "./durable-write.ts";
import { unsettled } from "./faults.ts";
import { eventsFolder } from "./imported-editions.ts";
import { dropJournal, formatUnfinished, recover } from "./journal.ts";
import { JOURNAL, readJournal } from "./journal-file.ts";
import { hasDeadLock } from "./lock.ts";
import { mendSwapped } from "./swap-folder.ts";

/** The folders below raw/, staged/ and a folder of texts whose files commands replace, besides those of second codings. */
const REPLACED_IN = [
  ".",
  "coded",
  "documents",
  "documents/originals",
  "originals",
  "statements",
  "agreement",
  "suggestions",
  "events",
];

/**
 * Finishes or undoes what an interrupted command left in raw/ or in a folder of texts, and removes its temporary files. Returns what it did, in
 * lines for the user. The caller holds the lock of the folder. Throws if a person has to settle it.
 */
export async function mendRaw(raw: string): Promise<string[]> {
  const recovery = await recover(raw);
  if (recovery !== null && "fault" in recovery) throw unsettled(recovery.fault);
  const removed = await removeLeftovers(raw);
  if (recovery === null)
    return removed === 0 ? [] : [`${raw}: removed ${plural(removed, "temporary file")} of an interrupted command.`];
  const { ending, command, files } = recovery;
  return ending === "finished"
    ? [`${raw}: finished \`${command}\`, which was interrupted while it replaced ${plural(files, "file")}.`]
    : [`${raw}: undid \`${command}\`, which was interrupted before it replaced any file.`];
}

/**
 * The same for staged/, with its editions of event data. Its other files are only results, which the caller is about to
 * replace: no state of it stops a command, and only an edition that was put back is worth a line.
 */
export async function mendStaged(staged: string): Promise<string[]> {
  const recovery = await recover(staged);
  if (recovery !== null && "fault" in recovery) await dropJournal(staged);
  await removeLeftovers(staged);
  const events = eventsFolder(staged);
  const sources = await namesIn(events);
  const back = await Promise.all(sources.map((source) => mendSwapped(join(events, source))));
  return back
    .flat()
    .map(
      (place) =>
        `${place} was missing, because a command was interrupted while it replaced it. The old edition was put back.`,
    );
}

/** Whether an interrupted command left something in a folder: a journal, temporary files or a lock. */
export async function hasTraces(root: string): Promise<boolean> {
  return (await namesIn(root)).includes(JOURNAL) || (await leftoversIn(root)).length > 0 || (await hasDeadLock(root));
}

/**
 * Whether raw/ has to be mended before it is read. Temporary files and locks do no harm where raw/ cannot be written
 * to. Throws if a change has to be finished there.
 */
export async function needsMending(raw: string): Promise<boolean> {
  if (!(await hasTraces(raw))) return false;
  const isWritable = await access(raw, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (isWritable) return true;
  const journal = await readJournal(raw);
  if (journal === null) return false;
  const who = "damaged" in journal ? "" : `, as a user who may write to ${raw}`;
  throw unsettled(`${formatUnfinished(raw, journal)}${who}`);
}

async function leftoversIn(root: string): Promise<string[]> {
  const folders = [...REPLACED_IN.map((folder) => join(root, folder)), ...(await secondFolders(root))];
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await namesIn(folder)).filter((name) => isTemporaryName(name)).map((name) => join(folder, name)),
    ),
  );
  return found.flat();
}

/** `second/<source_id>/<coder_id>` for every second coding. */
async function secondFolders(root: string): Promise<string[]> {
  const below = async (folder: string) => (await namesIn(folder)).map((name) => join(folder, name));
  const sources = await below(join(root, "second"));
  return (await Promise.all(sources.map(below))).flat();
}

async function removeLeftovers(root: string): Promise<number> {
  const leftovers = await leftoversIn(root);
  for (const path of leftovers) await rm(path, { recursive: true, force: true });
  return leftovers.length;
}
