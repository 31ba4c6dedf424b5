import { readFileSync } from "node:fs";
import { join } from "node:path";

/** In the bundle, pipeline/bundle.mjs gives `import.meta.dirname` the same value as here. */
const QUERIES = join(import.meta.dirname, "..", "events", "sql");

/** A query over imported events, by the name of its file in `pipeline/events/sql` without `.sql`. */
export const readEventQuery = (name: string): { readonly name: string; readonly sql: string } => ({
  name,
  sql: readFileSync(join(QUERIES, `${name}.sql`), "utf8").trim(),
});
