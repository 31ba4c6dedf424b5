import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Edited, editFiles, type Files } from "#tests/golden/edited-files.ts";

export const GOLDEN = import.meta.dirname;
export const BASE = "all-well";

/** The files of `raw/` of a case: the base's, edited by `edits.csv`, with those of the case's own `raw/` laid over them. */
export function rawFilesOf(name: string): Edited {
  const base = filesBelow(join(GOLDEN, BASE, "raw"));
  const edits = join(GOLDEN, name, "edits.csv");
  const edited = existsSync(edits)
    ? editFiles(base, readFileSync(edits))
    : { files: base, copies: new Map<string, string>() };
  const files = new Map([...edited.files, ...filesBelow(join(GOLDEN, name, "raw"))]);
  for (const path of [...files.keys()].filter((file) => file.endsWith(".gone"))) {
    files.delete(path);
    files.delete(path.replace(/\.gone$/u, ""));
  }
  return { ...edited, files };
}

/** Writes the files of a case into a folder, for a program that is run on them. */
export function writeRaw(name: string, folder: string): void {
  for (const [path, bytes] of rawFilesOf(name).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

export function filesBelow(folder: string): Files {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
