import { join } from "node:path";
import { splitList } from "#pipeline/core/row.ts";
import { currentEditions, currentFiles, eventsSql } from "#pipeline/events/current-editions.ts";
import { byEdition } from "#pipeline/events/edition-order.ts";
import type { EditionChanges } from "#pipeline/events/import/format-import.ts";
import { changesSql } from "#pipeline/events/import/import-sql.ts";
import type { DuckDb } from "#pipeline/io/duckdb.ts";
import { eventsFolder, readEditions } from "#pipeline/io/imported-editions.ts";
import type { ImportedEdition } from "#schemas/events/edition.ts";

interface Compared {
  readonly staged: string;
  /** The folder of the new edition, which is not in its place yet. */
  readonly folder: string;
}

/**
 * What a new edition changes: against the newest one that is not newer than it, or, for a part, against all parts before
 * it. `null` if there is none.
 */
export async function compareEditions(
  db: DuckDb,
  edition: ImportedEdition,
  { staged, folder }: Compared,
): Promise<EditionChanges | null> {
  const { event_source, event_edition, profile, years } = edition;
  const earlier = (await readEditions(staged)).filter(
    (one) => one.event_source === event_source && byEdition(one.event_edition, event_edition) <= 0,
  );
  // What supersedes the source is left aside: the parts themselves are compared.
  const before = currentEditions(earlier);
  const last = before.at(-1);
  if (last === undefined) return null;
  const [after] = currentEditions([{ ...edition, years }]);
  if (after === undefined) return null;
  const rows = await db.query(
    changesSql(
      eventsSql(currentFiles(before, (path) => join(eventsFolder(staged), path))),
      eventsSql(currentFiles([after], (path) => join(folder, path.split("/").slice(2).join("/")))),
    ),
  );
  const changeOf = (change: string) => {
    const found = rows.find((row) => row.change === change);
    return { n_events: Number(found?.n_events ?? 0), examples: splitList(found?.examples) };
  };
  return {
    compared_with: last.edition.event_edition,
    added: changeOf("added"),
    revised: changeOf("revised"),
    removed: profile.editions === "parts" ? null : changeOf("removed"),
  };
}
