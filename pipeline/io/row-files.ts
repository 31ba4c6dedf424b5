import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./write-whole.ts";

const CHARACTERS_AT_A_TIME = 65_536;

/** Text files that grow line by line, many at a time. */
export interface RowFiles {
  readonly add: (name: string, line: string) => void;
  /** Writes what is waiting, and gives the paths of all files by their names, in code-unit order. */
  readonly close: () => ReadonlyMap<string, string>;
}

export function openRowFiles(folder: string): RowFiles {
  const files = new Map<string, { path: string; descriptor: number; waiting: string }>();
  const fileOf = (name: string) => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const path = join(folder, `${name}.csv`);
    const opened = { path, descriptor: openSync(path, "wx"), waiting: "" };
    files.set(name, opened);
    return opened;
  };
  const flush = (file: ReturnType<typeof fileOf>) => {
    writeWhole(file.descriptor, Buffer.from(file.waiting), file.path);
    file.waiting = "";
  };
  return {
    add: (name, line) => {
      const file = fileOf(name);
      file.waiting += line;
      if (file.waiting.length >= CHARACTERS_AT_A_TIME) flush(file);
    },
    close: () => {
      for (const file of files.values()) {
        flush(file);
        closeSync(file.descriptor);
      }
      const paths = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { path }]) => [name, path]));
      files.clear();
      return paths;
    },
  };
}
