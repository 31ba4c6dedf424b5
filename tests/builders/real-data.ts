import { join } from "node:path";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { resolveRaw } from "#pipeline/run.ts";

/** The project's own raw/, through the first three steps. The texts are left aside: the data stand without them. */
export async function theRealData() {
  const raw = join(import.meta.dirname, "../../raw");
  return resolveRaw(await readRawFolder(raw, join(raw, "no-texts")));
}
