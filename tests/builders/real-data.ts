import { join } from "node:path";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";

/** The project's own raw/ after the first three steps. The texts are not read, because the data do not need them. */
export async function theRealData() {
  const outcome = resolveRaw(await readRawFolder(join(import.meta.dirname, "../../raw"), []));
  return { ...outcome, published: publishedRows(outcome.resolution) };
}
