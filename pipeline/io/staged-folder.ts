import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "#pipeline/core/record.ts";

/** Writes files of the machine's own workshop: what was there of the same names is overwritten. */
export async function writeStaged(folder: string, files: readonly OutputFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Takes away what an earlier run left, its log of runs aside, so that no old row is taken for a new one. */
export async function clearStaged(folder: string): Promise<void> {
  await Promise.all(
    ["issues.csv", "conflicts.md", "records.ndjson", "statements"].map((name) =>
      rm(join(folder, name), { recursive: true, force: true }),
    ),
  );
}
