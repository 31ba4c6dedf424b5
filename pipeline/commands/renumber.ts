import type { CodedTexts } from "#pipeline/branches/coded-file.ts";
import { formatMergeFault, formatRenamed, formatTaken } from "#pipeline/branches/format-branches.ts";
import { findMergeFaults } from "#pipeline/branches/merge-faults.ts";
import { type Renaming, renameIds, renameReferences } from "#pipeline/branches/rename-ids.ts";
import { type Branches, findTakenIds } from "#pipeline/branches/taken-ids.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { sealAgain } from "#pipeline/documents/record-hash.ts";
import { type AssertHeld, runAlone } from "#pipeline/io/alone.ts";
import { type GitFolder, openGit } from "#pipeline/io/git.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { type CodedTableName, codedTableNames } from "#schemas/coded-tables.ts";

export interface RenumberOptions {
  readonly ref: string;
  readonly raw: string;
  readonly check: boolean;
}

/**
 * Gives new ids to the rows of this branch whose id another branch took too, and follows every reference, in all files
 * or none. With `check`, it writes nothing, tries the merge with what is committed, and fails if a row would suffer.
 */
export const renumber = (options: RenumberOptions): Promise<number> =>
  options.check
    ? checkMerge(options)
    : runAlone({ raw: options.raw, report }, (signal, assertHeld) => renumberAlone(options, signal, assertHeld));

async function renumberAlone({ ref, raw }: RenumberOptions, signal: AbortSignal, assertHeld: AssertHeld) {
  const git = await openGit(raw);
  if (await git.isMerging())
    throw new UsageError("A merge is not finished. Undo it with: git merge --abort, then run the command again.");
  const { base, theirs } = await readBranches(git, ref);
  // The tables as they are in the folder, so that rows which are not committed yet get new ids too.
  const { coded, second } = await readRawFolder(raw, []);
  const ours = textsOf(coded);
  const taken = findTakenIds({ base, ours, theirs });
  const own = renameIds(ours, taken);
  const codings = second.map((folder) => ({ folder, ...renameReferences(textsOf(folder.files), taken) }));
  const after = codings.map(({ folder, texts }) => ({ ...folder, files: withTexts(folder.files, texts) }));
  const before = new Set([...coded, ...second.flatMap(({ files }) => files)]);
  const changed = [
    ...sealAgain(withTexts(coded, own.texts), { before: second, after }),
    ...after.flatMap(({ files }) => files),
  ].filter((file) => !before.has(file));
  await pauseFor(signal)();
  await assertHeld();
  await replaceFiles(raw, { command: "renumber", files: changed });
  for (const one of taken) print(formatRenamed(one, cellsOf(one.id, [own, ...codings])));
  if (taken.length === 0) print(`${ref} took no id of this branch.`);
  else report(`Commit ${raw}, and then merge ${ref}.`);
  return 0;
}

const cellsOf = (id: string, renamings: readonly Pick<Renaming, "cells">[]) =>
  renamings.reduce((sum, { cells }) => sum + (cells.get(id) ?? 0), 0);

async function checkMerge({ ref, raw }: RenumberOptions): Promise<number> {
  const git = await openGit(raw);
  const { head, other, base, theirs } = await readBranches(git, ref);
  const branches: Branches = { base, theirs, ours: await readCommitted(git, head) };
  const taken = findTakenIds(branches);
  const faults = findMergeFaults(branches, await readCommitted(git, await git.mergedTree(head, other)));
  for (const one of taken) print(formatTaken(one, ref));
  for (const fault of faults) print(formatMergeFault(fault, ref));
  if (taken.length > 0) report(`To give new ids to the rows of this branch, run: npm run pipeline -- renumber ${ref}`);
  if (taken.length + faults.length > 0) return 1;
  print(`A merge with ${ref} keeps every row, and joins no two.`);
  return 0;
}

async function readBranches(git: GitFolder, ref: string) {
  const [head, other] = [await git.commit("HEAD"), await git.commit(ref)];
  const base = await git.mergeBase(head, other);
  return { head, other, base: await readCommitted(git, base), theirs: await readCommitted(git, other) };
}

async function readCommitted(git: GitFolder, tree: string): Promise<CodedTexts> {
  const texts = new Map<CodedTableName, string>();
  for (const name of codedTableNames) {
    const bytes = await git.read(tree, `coded/${name}.csv`);
    if (bytes !== null) texts.set(name, decode(bytes, `coded/${name}.csv of ${tree}`));
  }
  return texts;
}

const tableOf = (path: string) => codedTableNames.find((name) => name === fileStem(path));

/** The texts of the tables in a folder. Throws a UsageError for one that is not UTF-8, or in the middle of a merge. */
function textsOf(files: readonly DiskFile[]): CodedTexts {
  const texts = new Map<CodedTableName, string>();
  for (const { path, bytes } of files) {
    const table = tableOf(path);
    if (table === undefined) continue;
    const text = decode(bytes, path);
    const mark = /^(?:<{7}|>{7}) /mu.exec(text)?.[0];
    if (mark !== undefined)
      throw new UsageError(`${path} has the marks of a merge conflict (${mark.trim()}). Settle it first.`);
    texts.set(table, text);
  }
  return texts;
}

/** The files of a folder, with other texts in some of its tables. */
const withTexts = (files: readonly DiskFile[], texts: CodedTexts): DiskFile[] =>
  files.map((file) => {
    const table = tableOf(file.path);
    const text = table === undefined ? undefined : texts.get(table);
    return text === undefined ? file : { path: file.path, bytes: new TextEncoder().encode(text) };
  });

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8. Correct it first; npm run pipeline -- validate says how.`);
  }
}
