import { join } from "node:path";
import { placeCells } from "#pipeline/core/csv-cells.ts";
import type { LinkRow } from "#pipeline/events/check-links.ts";
import { eventsFolder } from "#pipeline/io/imported-editions.ts";
import { readInput } from "#pipeline/io/read-input.ts";

const NAME = "event_links.csv";

/** The links that people committed, and those that stay in staged/. Files that do not exist have none. */
export const readLinks = (raw: string, staged: string): LinkRow[] =>
  [join(raw, "coded", NAME), join(eventsFolder(staged), NAME)].flatMap(linksIn);

function linksIn(file: string): LinkRow[] {
  const found = readInput(file);
  if ("fault" in found) return [];
  const [header, ...records] = placeCells(new TextDecoder().decode(found.bytes));
  const names = header?.cells.map(({ value }) => value) ?? [];
  return records.map(({ line, cells }) => {
    const cell = (name: string) => cells[names.indexOf(name)]?.value ?? "";
    return {
      file,
      line,
      table: cell("table"),
      record_id: cell("record_id"),
      event_source: cell("event_source"),
      event_id: cell("event_id"),
      event_edition: cell("event_edition"),
      event_sha256: cell("event_sha256"),
      verdict: cell("verdict").trim(),
    };
  });
}
