import { join } from "node:path";
import type { Issue } from "#pipeline/core/issue.ts";
import { checkLinks, type LinkRow } from "#pipeline/events/check-links.ts";
import { currentEditions, currentFiles, eventsSql, newestEditions } from "#pipeline/events/current-editions.ts";
import type { DuckDb } from "#pipeline/io/duckdb.ts";
import { eventsFolder, readEditions } from "#pipeline/io/imported-editions.ts";

interface ToCheck {
  readonly staged: string;
  readonly links: readonly LinkRow[];
}

/** Compares links with the events that count now. Links to sources of which nothing is imported are not checked. */
export async function checkImportedLinks(db: DuckDb, { staged, links }: ToCheck): Promise<Issue[]> {
  const editions = await readEditions(staged);
  const current = currentEditions(editions);
  if (links.length === 0 || current.length === 0) return [];
  await db.run("CREATE TABLE linked (event_source VARCHAR, event_id VARCHAR)");
  await db.append(
    "linked",
    links.map(({ event_source, event_id }) => [event_source, event_id]),
  );
  const events = await db.query(
    `SELECT event_source, event_id, event_edition, event_sha256 FROM (${eventsSql(currentFiles(current, (path) => join(eventsFolder(staged), path)))}) SEMI JOIN linked USING (event_source, event_id)`,
  );
  return checkLinks(links, {
    newest: newestEditions(editions),
    events: events.map((event) => ({
      event_source: String(event.event_source),
      event_id: String(event.event_id),
      event_edition: String(event.event_edition),
      event_sha256: String(event.event_sha256),
    })),
  });
}
