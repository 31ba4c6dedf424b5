import { join } from "node:path";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";

/**
 * The project's own raw/ after the first three steps, without the draft sources: no release has them. The texts are not
 * read, because the data do not need them.
 */
export async function theRealData() {
  const outcome = resolveRaw(await readRawFolder(join(import.meta.dirname, "../../raw"), []));
  const { tables, indexes, resolution, issues } = outcome.publishable;
  const staged = { ...outcome.staged, tables, indexes };
  return { ...outcome, staged, resolution, issues, published: publishedRows(resolution) };
}
