import { rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { plural } from "#pipeline/core/plural.ts";
import { syncFolder, temporaryName, writeDurably } from "./durable-write.ts";
import { hashFile } from "./hash-file.ts";
import { formatJournal, JOURNAL, type Journal, type JournaledFile, readJournal } from "./journal-file.ts";
import { codeOf } from "./system-error.ts";

/**
 * Makes a change take effect as a whole. The caller has written each new content to its temporary file and holds the
 * lock of the folder.
 *
 * The rename that creates the journal is the point of no return. A process that dies before it leaves temporary files,
 * which `mendRaw` and `mendStaged` remove; one that dies after it leaves a journal, which `recover` carries out. An error before the
 * first file is replaced takes everything back.
 */
export async function swapIn(root: string, journal: Journal, { isDurable }: { isDurable: boolean }): Promise<void> {
  if (journal.files.length === 0) return;
  const done: JournaledFile[] = [];
  try {
    if (isDurable) await syncFolders(root, journal.files);
    await writeJournal(root, journal, isDurable);
    for (const file of journal.files) {
      await replace(root, file);
      done.push(file);
    }
  } catch (error) {
    if (done.length === 0) await takeBack(root, journal).catch(() => undefined);
    throw error;
  }
  if (isDurable) await syncFolders(root, journal.files);
  await removeJournal(root, isDurable);
}

/** How a change that was interrupted ended, or why it cannot end without a person. */
export type Recovery =
  | { readonly ending: "finished" | "undone"; readonly command: string; readonly files: number }
  | { readonly fault: string };

/**
 * Finishes the change that a journal describes, or undoes it if its temporary files are gone and nothing was replaced
 * yet. Returns `null` if there is no journal. If a file has neither its old nor its new content, nothing is touched.
 */
export async function recover(root: string): Promise<Recovery | null> {
  const journal = await readJournal(root);
  if (journal === null) return null;
  if ("damaged" in journal) return { fault: formatDamaged(root) };
  const states = journal.files.map((file) => ({ file, is: stateOf(root, file) }));
  const changed = states.find(({ is }) => is === "changed");
  if (changed !== undefined) return { fault: formatChanged(root, journal, changed.file) };
  const waiting = states.filter(({ is }) => is !== "new");
  const lost = waiting.find(({ is }) => is === "lost");
  if (lost !== undefined && waiting.length < states.length) return { fault: formatLost(root, journal, lost.file) };
  if (lost === undefined) {
    for (const { file } of waiting) await replace(root, file);
    await syncFolders(root, journal.files);
  }
  await removeJournal(root, true);
  const ending = lost === undefined ? "finished" : "undone";
  return { ending, command: journal.command, files: journal.files.length };
}

/** Deletes a journal without carrying it out. */
export const dropJournal = (root: string) => rm(join(root, JOURNAL), { recursive: true, force: true });

/** The line for a command that only reads a folder with a journal. */
export const formatUnfinished = (root: string, journal: Awaited<ReturnType<typeof readJournal>>) =>
  journal !== null && "command" in journal
    ? `${root} is unfinished: \`${journal.command}\` was interrupted while it replaced ${plural(journal.files.length, "file")}. To finish it, run: npm run pipeline -- validate`
    : formatDamaged(root);

/** `old`: the new content waits beside it. `lost`: old as well, but the new content is not there. */
function stateOf(root: string, { path, before, after, temporary }: JournaledFile): "old" | "new" | "lost" | "changed" {
  const found = hashFile(join(root, path));
  if (found === after) return "new";
  if (found !== before) return "changed";
  return temporary === null || hashFile(besides(root, path, temporary)) === after ? "old" : "lost";
}

const besides = (root: string, path: string, name: string) => join(root, dirname(path), name);

async function replace(root: string, { path, temporary }: JournaledFile): Promise<void> {
  const place = join(root, path);
  if (temporary === null) await unlink(place);
  else await rename(besides(root, path, temporary), place);
}

async function writeJournal(root: string, journal: Journal, isDurable: boolean): Promise<void> {
  const temporary = join(root, temporaryName("journal"));
  await writeDurably(temporary, new TextEncoder().encode(formatJournal(journal)));
  await rename(temporary, join(root, JOURNAL));
  if (isDurable) await syncFolder(root);
}

async function removeJournal(root: string, isDurable: boolean): Promise<void> {
  await unlink(join(root, JOURNAL));
  if (isDurable) await syncFolder(root);
}

async function takeBack(root: string, { files }: Journal): Promise<void> {
  await dropJournal(root);
  await rm(join(root, temporaryName("journal")), { force: true });
  for (const { path, temporary } of files)
    if (temporary !== null) await rm(besides(root, path, temporary), { force: true });
}

async function syncFolders(root: string, files: readonly JournaledFile[]): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(join(root, path))))) {
    await syncFolder(folder).catch((error: unknown) => {
      // A folder of which every file is deleted may be missing.
      if (codeOf(error) !== "ENOENT") throw error;
    });
  }
}

const GIVE_UP = (root: string) =>
  `restore the files in ${root} that it names from version control, and delete ${join(root, JOURNAL)}`;

const formatDamaged = (root: string) =>
  `${join(root, JOURNAL)} is not a journal that this pipeline wrote, or it is damaged. Nothing was changed. To settle it, compare the files in ${root} with version control, and delete ${join(root, JOURNAL)}.`;

const formatChanged = (root: string, { command }: Journal, { path }: JournaledFile) =>
  `${join(root, path)} was changed after \`${command}\` was interrupted, so that the command cannot be finished. Nothing was changed now. Give the file its content from before the change and run this again, or ${GIVE_UP(root)}.`;

const formatLost = (root: string, { command }: Journal, { path }: JournaledFile) =>
  `The new content of ${join(root, path)} is missing, so that \`${command}\`, which was interrupted, cannot be finished. Nothing was changed now. To settle it, ${GIVE_UP(root)}.`;
