import type { Row, Value } from "#pipeline/core/row.ts";
import { inScratchFile } from "#pipeline/io/scratch-file.ts";
import type { ReleaseInput } from "#pipeline/publish/release-files.ts";
import { sortTables, type UnsortedTables } from "#pipeline/publish/sorted-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import { type PublishedTable, type PublishedTableName, publishedTables } from "#schemas/tables.ts";

/** A row of a published table: what is not given is the column's example, or empty where the cell may be. */
export function aPublishedRow(name: PublishedTableName, cells: Record<string, Value> = {}): Row {
  const table: PublishedTable = publishedTables[name];
  const row: Record<string, Value> = {};
  for (const column of columnsOf(table.row)) {
    row[column.name] = column.isRequired || table.key.includes(column.name) ? (column.example ?? null) : null;
  }
  return { ...row, ...cells };
}

/** Values on which programs stumble. */
export const hardValues = {
  name: `Côte d'Ivoire, "the" coast\nof Ménaka`,
  halfYear: "2018-41",
  longitude: -8.0029,
  code: "ML04",
  long: `A long text. ${"It goes on and on. ".repeat(60)}`.trim(),
} as const;

const step = (record_id: string, cells: Record<string, Value>) =>
  aPublishedRow("expansion_timeline", { record_id, place_id: "farabougou", ...cells });

/** A small release in which every pointer holds: two sources, a record of each agreement, hard values. */
export const someTables = (): UnsortedTables =>
  new Map<PublishedTableName, readonly Row[]>([
    [
      "source_provenance",
      [
        aPublishedRow("source_provenance", {
          source_id: "acled-2023",
          date_published: "2023-11-13",
          authors: null,
          url: "https://example.org/a",
        }),
        aPublishedRow("source_provenance", {
          source_id: "ict-2024",
          title: `A "quoted" title, and more`,
          date_published: "2024",
          authors: "Ann Ôther; B. Author",
        }),
      ],
    ],
    [
      "actors",
      ["jnim", "katiba-macina", "fama"].map((actor_id) =>
        aPublishedRow("actors", { actor_id, source_ids: "acled-2023" }),
      ),
    ],
    [
      "places",
      [
        aPublishedRow("places", {
          place_id: "farabougou",
          latitude: 14.882,
          longitude: hardValues.longitude,
          admin1_pcode: hardValues.code,
          pcode_valid_from: "2021-03-01",
        }),
        aPublishedRow("places", { place_id: "ivory-coast", name: hardValues.name, kind: "country" }),
      ],
    ],
    ["cited_works", [aPublishedRow("cited_works", { date_accessed: "2025-04-24" })]],
    [
      "actor_profile",
      [
        aPublishedRow("actor_profile", {
          record_id: "pro-001",
          amount_low: 1000,
          amount_high: 2000.5,
          description: hardValues.long,
        }),
      ],
    ],
    ["actor_names", [aPublishedRow("actor_names", { record_id: "nam-001" })]],
    ["actor_relations", [aPublishedRow("actor_relations", { record_id: "rel-001", related_actor_id: "fama" })]],
    [
      "expansion_timeline",
      [
        step("exp-014", {
          date: hardValues.halfYear,
          date_earliest: "2018-07-01",
          date_latest: "2018-12-31",
          date_precision: "half",
          date_prec: 5,
          agreement: "compatible",
          is_first_in_country: false,
        }),
        step("exp-002", {
          date: "2017-03-02",
          date_earliest: "2017-03-02",
          date_latest: "2017-03-02",
          agreement: "conflicting",
          conflicting_columns: "date",
        }),
        step("exp-003", { agreement: "corroborated", n_independent_sources: 2, description: hardValues.name }),
      ],
    ],
    [
      "economic_warfare_incidents",
      [
        aPublishedRow("economic_warfare_incidents", {
          record_id: "ew-007",
          targets: "bridge; road",
          amount_best: 10000000,
        }),
      ],
    ],
    ["evidence", ["p1s2", "p12s3"].map((locator) => aPublishedRow("evidence", { locator }))],
    [
      "claims",
      [
        someClaim("exp-014", { value: "2018-41", status: "accepted" }),
        someClaim("exp-014", { value: "2018", source_id: "ict-2024", status: "compatible" }),
        someClaim("exp-002", { value: "2017-03-02", status: "accepted" }),
        someClaim("exp-002", { value: "2017-04", source_id: "ict-2024", status: "outvoted" }),
        someClaim("exp-003", { column: "step_type", rule: "majority", value: "entry", status: "accepted" }),
        someClaim("exp-003", {
          column: "step_type",
          rule: "majority",
          value: "entry",
          source_id: "ict-2024",
          status: "accepted",
        }),
      ],
    ],
    ["retired", []],
  ]);

function someClaim(record_id: string, cells: Record<string, Value>): Row {
  const claim = aPublishedRow("claims", { record_id, column: "date", ...cells });
  return { ...claim, claim_id: `clm-${record_id}-${claim.source_id}-${claim.column}` };
}

/** What a release is built from, with little in it. */
export const aReleaseInput = (parts: Partial<ReleaseInput> = {}): ReleaseInput => ({
  tables: sortTables(someTables()),
  version: "1.0.0",
  created: "2026-11-24",
  changes: [],
  changelog: "# Changelog\n",
  inputs: [{ path: "raw/coded/actors.csv", sha256: "0".repeat(64) }],
  pipelineVersion: "1.0.0",
  inScratchFile,
  ...parts,
});
