import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { limits } from "#pipeline/core/limits.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import {
  type DiskFile,
  fileName,
  isCodedName,
  isIndexName,
  isOutlineName,
  isStrayName,
  isTextName,
  type RawInput,
  type SecondFolder,
  type UnreadFile,
} from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readInput } from "./read-input.ts";
import { readSteadily } from "./read-steadily.ts";
import { isMissing } from "./system-error.ts";

/**
 * The folders in which the texts are looked for: the one given with `--texts`; otherwise that of DOCUMENTS_DIR, if it is
 * set, and raw/documents.
 */
export function textFolders(raw: string, asked: string | undefined): string[] {
  if (asked !== undefined) return [asked];
  const own = join(raw, "documents");
  const { DOCUMENTS_DIR: other = "" } = process.env;
  return other === "" || resolve(other) === resolve(own) ? [own] : [other, own];
}

/**
 * Reads raw/ with its files sorted by name, and the texts from their folders: all as they were at one moment. Each file
 * is read once, and one after the other, so that one file is open at a time. A link to a file is read like a file. What
 * cannot be read is listed.
 *
 * It loads no package, so that a run with nothing to do ends quickly. Throws a UsageError without raw/coded, or if two
 * folders have different texts of one source.
 */
export const readRawFolder = (raw: string, texts: readonly string[]): Promise<RawInput> =>
  readSteadily(raw, () => readOnce(raw, texts));

function readOnce(raw: string, texts: readonly string[]): RawInput {
  const codedPath = join(raw, "coded");
  const { unread, filesIn } = folderReader();
  const coded = filesIn(codedPath, isCodedName);
  if (coded === null)
    throw new UsageError(`The folder ${codedPath} does not exist. Name the folder of the raw data with --raw.`);
  const indexes = filesIn(join(raw, "documents"), isIndexName) ?? [];
  const outlines = filesIn(join(raw, "outlines"), isOutlineName) ?? [];
  const second = secondIn(join(raw, "second"), filesIn);
  const strays = (namesIn(codedPath) ?? []).filter(isStrayName).map((name) => join(codedPath, name));
  return { codedPath, coded, strays, second, indexes, outlines, texts: textsIn(texts, filesIn), unread };
}

/** The second codings: the folders of `second/<source_id>/<coder_id>` that have tables. */
const secondIn = (folder: string, filesIn: FilesIn): SecondFolder[] =>
  foldersIn(folder).flatMap((sourceId) =>
    foldersIn(join(folder, sourceId)).flatMap((coderId) => {
      const path = join(folder, sourceId, coderId);
      const files = (namesIn(path) ?? []).some(isCodedName) ? (filesIn(path, isCodedName) ?? []) : null;
      return files === null ? [] : [{ sourceId, coderId, path, files }];
    }),
  );

/** The names in a folder that do not begin with a dot. A file in the place of a folder has none below it. */
const foldersIn = (folder: string) => (namesIn(folder) ?? []).filter((name) => !name.startsWith("."));

/** Reads the texts alone, as far as they can be read. Throws a UsageError as `readRawFolder` does. */
export const readTextFolders = (texts: readonly string[]): DiskFile[] => textsIn(texts, folderReader().filesIn);

/** Reads the outlines alone, as far as they can be read. */
export const readOutlineFiles = (raw: string): DiskFile[] =>
  folderReader().filesIn(join(raw, "outlines"), isOutlineName) ?? [];

/** The texts of all folders, sorted by name. Where several folders have the same text, it is that of the first one. */
function textsIn(folders: readonly string[], filesIn: FilesIn): DiskFile[] {
  const texts = new Map<string, DiskFile>();
  for (const file of folders.flatMap((folder) => filesIn(folder, isTextName) ?? [])) {
    const name = fileName(file.path);
    const first = texts.get(name) ?? file;
    if (Buffer.compare(first.bytes, file.bytes) !== 0)
      throw new UsageError(
        `${first.path} and ${file.path} differ. Delete the wrong one, or name the folder of the right one with --texts.`,
      );
    texts.set(name, first);
  }
  return [...texts.values()].sort((a, b) => byCodeUnit(fileName(a.path), fileName(b.path)));
}

/** The files of a folder whose name is wanted; `null` if the folder does not exist. */
type FilesIn = (folder: string, isRead: (name: string) => boolean) => DiskFile[] | null;

function folderReader(): { readonly unread: UnreadFile[]; readonly filesIn: FilesIn } {
  const unread: UnreadFile[] = [];
  let left: number = limits.inputBytes;
  const filesIn: FilesIn = (folder, isRead) =>
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
