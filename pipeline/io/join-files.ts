import { closeSync, openSync, readSync } from "node:fs";
import { inPlace, writeWhole } from "./write-whole.ts";

interface Joined {
  readonly before: string;
  readonly paths: readonly string[];
  readonly after: readonly string[];
}

const PART = 1 << 18;

/** Writes a new text file: a text, the content of files, and more texts. It keeps one part of a file in memory. */
export function joinFiles(path: string, { before, paths, after }: Joined): void {
  const file = openSync(path, "wx");
  const part = new Uint8Array(PART);
  try {
    writeWhole(file, Buffer.from(before), path);
    for (const from of paths) {
      const source = openSync(from, "r");
      try {
        const next = () => inPlace(from, () => readSync(source, part));
        for (let length = next(); length > 0; length = next()) writeWhole(file, part.subarray(0, length), path);
      } finally {
        closeSync(source);
      }
    }
    for (const text of after) writeWhole(file, Buffer.from(text), path);
  } finally {
    closeSync(file);
  }
}
