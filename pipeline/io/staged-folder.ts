import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { TextWriter } from "#pipeline/core/text-writer.ts";
import { makeFolders } from "./make-folders.ts";
import { writeWhole } from "./write-whole.ts";

const CHARACTERS_AT_A_TIME = 65_536;

const encoder = new TextEncoder();

/** Opens a text file for intermediate results, and overwrites an older file of the same name. */
export function openText(folder: string, path: string): TextWriter {
  const place = join(folder, path);
  makeFolders(dirname(place));
  const file = openSync(place, "w");
  let waiting = "";
  const flush = () => {
    writeWhole(file, encoder.encode(waiting), place);
    waiting = "";
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= CHARACTERS_AT_A_TIME) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** Writes one file of intermediate results, at once or in parts. */
export function writeStaged(
  folder: string,
  file: OutputFile | { readonly path: string; readonly parts: Iterable<string> },
) {
  const text = openText(folder, file.path);
  for (const part of "parts" in file ? file.parts : [new TextDecoder().decode(file.bytes)]) text.write(part);
  text.close();
}

/** Deletes the results of an earlier run, except the run log, so that nobody takes an old row for a new one. */
export async function clearStaged(folder: string): Promise<void> {
  await Promise.all(
    ["issues.csv", "conflicts.md", "records.ndjson", "statements"].map((name) =>
      rm(join(folder, name), { recursive: true, force: true }),
    ),
  );
}
