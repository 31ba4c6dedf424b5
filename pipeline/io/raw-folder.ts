import { readdirSync } from "node:fs";
import { join } from "node:path";
import { limits } from "#pipeline/core/limits.ts";
import {
  type DiskFile,
  isCodedName,
  isIndexName,
  isOutlineName,
  isTextName,
  type RawInput,
  type UnreadFile,
} from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readInput } from "./read-input.ts";
import { readSteadily } from "./read-steadily.ts";
import { isMissing } from "./system-error.ts";

/** The folder of the texts: the one given with `--texts`, else DOCUMENTS_DIR, else raw/documents. */
export const textsFolder = (raw: string, asked: string | undefined) =>
  asked ?? (process.env.DOCUMENTS_DIR || join(raw, "documents"));

/**
 * Reads raw/ with its files sorted by name, and the texts from their folder: all as they were at one moment. Each file is
 * read once, and one after the other, so that one file is open at a time. A link to a file is read like a file. What
 * cannot be read is listed. Without a folder of texts, no text is read.
 *
 * It loads no package, so that a run with nothing to do ends quickly. Throws a UsageError without raw/coded.
 */
export const readRawFolder = (raw: string, texts: string | null): Promise<RawInput> =>
  readSteadily(raw, () => readOnce(raw, texts));

function readOnce(raw: string, texts: string | null): RawInput {
  const codedPath = join(raw, "coded");
  const { unread, filesIn } = folderReader();
  const coded = filesIn(codedPath, isCodedName);
  if (coded === null)
    throw new UsageError(`The folder ${codedPath} does not exist. Name the folder of the raw data with --raw.`);
  const indexes = filesIn(join(raw, "documents"), isIndexName) ?? [];
  const outlines = filesIn(join(raw, "outlines"), isOutlineName) ?? [];
  return {
    codedPath,
    coded,
    indexes,
    outlines,
    texts: (texts === null ? null : filesIn(texts, isTextName)) ?? [],
    unread,
  };
}

/** Reads the texts alone, as far as they can be read. */
export const readTextFolder = (texts: string): DiskFile[] => folderReader().filesIn(texts, isTextName) ?? [];

/** Reads the outlines alone, as far as they can be read. */
export const readOutlineFiles = (raw: string): DiskFile[] =>
  folderReader().filesIn(join(raw, "outlines"), isOutlineName) ?? [];

function folderReader() {
  const unread: UnreadFile[] = [];
  let left: number = limits.inputBytes;
  const filesIn = (folder: string, isRead: (name: string) => boolean): DiskFile[] | null =>
    namesIn(folder)
      ?.filter(isRead)
      .flatMap((name): DiskFile[] => {
        const path = join(folder, name);
        const read = readInput(path, left);
        if ("fault" in read) {
          unread.push({ path, ...read });
          return [];
        }
        left -= read.bytes.length;
        return [{ path, bytes: read.bytes }];
      }) ?? null;
  return { unread, filesIn };
}

/** The names in a folder, in code-unit order; `null` if the folder does not exist. */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
