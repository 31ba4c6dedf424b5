import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import {
  type DiskFile,
  isCodedName,
  isIndexName,
  isOutlineName,
  isTextName,
  type RawInput,
} from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

/** The folder of the texts: the one given with `--texts`, else DOCUMENTS_DIR, else raw/documents. */
export const textsFolder = (raw: string, asked: string | undefined) =>
  asked ?? process.env.DOCUMENTS_DIR ?? join(raw, "documents");

/** Reads raw/ with its files sorted by name, and the texts from their folder. Throws a UsageError without raw/coded. */
export async function readRawFolder(raw: string, texts: string): Promise<RawInput> {
  const codedPath = join(raw, "coded");
  const [coded, documents, found, outlines] = await Promise.all([
    readFiles(codedPath, isCodedName),
    readFiles(join(raw, "documents"), isIndexName),
    readFiles(texts, isTextName),
    readFiles(join(raw, "outlines"), isOutlineName),
  ]);
  if (coded === null)
    throw new UsageError(`The folder ${codedPath} does not exist. Name the folder of the raw data with --raw.`);
  return { codedPath, coded, indexes: documents ?? [], texts: found ?? [], outlines: outlines ?? [] };
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
