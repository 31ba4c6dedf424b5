import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { type DiskFile, isCodedName, isIndexName, isTextName, type RawInput } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readSteadily } from "./read-steadily.ts";

/** The folder of the texts: the one given with `--texts`, else DOCUMENTS_DIR, else raw/documents. */
export const textsFolder = (raw: string, asked: string | undefined) =>
  asked ?? process.env.DOCUMENTS_DIR ?? join(raw, "documents");

/**
 * Reads raw/ with its files sorted by name, and the texts from their folder: all as they were at one moment. Throws a
 * UsageError without raw/coded.
 */
export const readRawFolder = (raw: string, texts: string): Promise<RawInput> =>
  readSteadily(raw, () => readOnce(raw, texts));

async function readOnce(raw: string, texts: string): Promise<RawInput> {
  const codedPath = join(raw, "coded");
  const [coded, documents, found] = await Promise.all([
    readFiles(codedPath, isCodedName),
    readFiles(join(raw, "documents"), isIndexName),
    readFiles(texts, isTextName),
  ]);
  if (coded === null)
    throw new UsageError(`The folder ${codedPath} does not exist. Name the folder of the raw data with --raw.`);
  return { codedPath, coded, indexes: documents ?? [], texts: found ?? [] };
}

/** `null` if the folder does not exist. */
async function readFiles(folder: string, isRead: (name: string) => boolean): Promise<DiskFile[] | null> {
  const names = await namesIn(folder);
  if (names === null) return null;
  const atMost = pLimit(16);
  const wanted = names.filter(isRead).sort();
  return Promise.all(
    wanted.map((file) => atMost(async () => ({ path: join(folder, file), bytes: await readFile(join(folder, file)) }))),
  );
}

async function namesIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw error;
  }
}
