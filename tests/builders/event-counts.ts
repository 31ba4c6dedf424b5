import type { Admin1Unit } from "#pipeline/events/admin1-key.ts";
import type { AliasRow } from "#pipeline/events/aliases.ts";
import { answerCounts, type ClaimAnswer } from "#pipeline/events/counts/answer-counts.ts";
import type { Claim } from "#pipeline/events/counts/claim.ts";
import type { CountedEdition } from "#pipeline/events/counts/plan-source.ts";
import { openDuckDb } from "#pipeline/io/duckdb.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import { eventKind } from "#schemas/codelists/event-data.ts";
import { type CanonicalEvent, canonicalEvent } from "#schemas/events/canonical-event.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";

type Cells = Partial<PublishedRow<"actor_profile">>;

const places: Readonly<Record<string, Partial<PublishedRow<"places">>>> = {
  mali: { name: "Mali", kind: "country", iso3: "MLI", where_prec: 6 },
  "mopti-region": { name: "Mopti region", kind: "region", iso3: "MLI", admin1: "Mopti", admin1_pcode: "ML05" },
  "central-sahel": { name: "central Sahel", kind: "cross_border_area", where_prec: 7 },
  "central-mali": { name: "central Mali", kind: "area", iso3: "MLI" },
};

/** A claim of `rebels` about 2021, by default that they made ten attacks in Mali. `place_id` is one of the places above. */
export function aClaim(cells: Cells = {}): Claim {
  const row = wholeRow("actor_profile", [
    {
      record_id: "prf-1",
      actor_id: "rebels",
      actor: "Rebels",
      attribute: "attacks_n",
      value: "attacks",
      amount_low: 10,
      amount_best: 10,
      amount_high: 10,
      unit: "attacks",
      place_id: "mali",
      date: "2021",
      date_earliest: "2021-01-01",
      date_latest: "2021-12-31",
      as_of_latest: "2023-11-13",
      certainty: "stated",
      lead_source_id: "source-a",
      ...cells,
    },
  ]);
  const place = row.place_id === null ? null : { place_id: row.place_id, ...places[row.place_id] };
  return { row, place: place === null ? null : wholeRow("places", [place]) };
}

/** The name Test Rebels for `rebels`, whose family has also `rebel-wing`; and Rivals for `rivals`. */
export const someAliases: readonly AliasRow[] = [
  ["Test Rebels", "rebels", "rebels"],
  ["Rebel Wing", "rebel-wing", "rebels"],
  ["Rivals", "rivals", "rivals"],
].map(([name = "", actor_id = "", family_id = ""]) => ({
  event_source: "ucdp-ged",
  name,
  actor_id,
  family_id,
  day_first: -1_000_000,
  day_last: 1_000_000,
  iso3: null,
}));

export const anEdition = (cells: Partial<CountedEdition> = {}): CountedEdition => ({
  event_source: "ucdp-ged",
  event_edition: "23.1",
  sha256: "0".repeat(64),
  inclusion_rule: "Events with at least one death.",
  first_day: "2015-01-01",
  last_day: "2023-12-31",
  kinds: eventKind.codes.map(({ code }) => code),
  ...cells,
});

interface Asked {
  readonly claims: readonly Claim[];
  readonly events: readonly CanonicalEvent[];
  readonly aliases?: readonly AliasRow[];
  readonly editions?: readonly CountedEdition[];
  readonly units?: readonly Admin1Unit[];
}

/** Counts with DuckDB, over events in memory. */
export async function countAmong({ events, ...asked }: Asked): Promise<readonly ClaimAnswer[]> {
  const db = await openDuckDb({ memoryMb: 300, threads: 1, spillTo: "" });
  const fill = async (name: string, columns: Readonly<Record<string, string>>, rows: readonly object[]) => {
    const names = Object.keys(columns);
    await db.run(
      `CREATE OR REPLACE TABLE ${name} (${names.map((column) => `${column} ${columns[column]}`).join(", ")})`,
    );
    const cells = rows.map((row) => new Map<string, string | number | null>(Object.entries(row)));
    await db.append(
      name,
      cells.map((row) => names.map((column) => row.get(column) ?? null)),
    );
  };
  try {
    const types = Object.entries(canonicalEvent).map(([name, { type }]) => [name, type]);
    await fill("events", Object.fromEntries(types), events);
    const run: Parameters<typeof answerCounts>[1]["run"] = async ({ sql }, tables) => {
      for (const { name, columns, rows } of tables) await fill(name, columns, rows);
      return db.query(sql);
    };
    const input = { aliases: someAliases, editions: [anEdition()], units: [], ...asked };
    return await answerCounts(input, { run }, readEventQuery("counts"));
  } finally {
    db.close();
  }
}
