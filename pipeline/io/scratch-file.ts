import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is written to a file in a folder of its own, as bytes; the folder is gone afterwards. For libraries that write to disk only. */
export async function inScratchFile(write: (path: string) => void): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "jnim-data-"));
  try {
    const path = join(folder, "file");
    write(path);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
