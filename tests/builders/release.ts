import type { CitedRelease } from "#pipeline/core/citation.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { byColumns } from "#pipeline/core/order.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { editionTables } from "#pipeline/publish/editions/editions.ts";
import { codelistRows, columnRows } from "#pipeline/publish/tables/dictionary.ts";
import { collectExamples } from "#pipeline/publish/tables/examples.ts";
import { tableWriter, type WrittenTable } from "#pipeline/publish/tables/table-writer.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import { columnsOf } from "#schemas/column.ts";
import {
  type PublishedRow,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";
import { type MemoryWorkspace, memoryWorkspace } from "#tests/builders/memory-store.ts";
import { aResolution, type RowsByTable } from "#tests/builders/resolution.ts";

/** Cells for columns that the table has, whether or not the schema takes them. */
export type CellsOf<N extends PublishedTableName> = { readonly [C in keyof PublishedRow<N>]?: Value };

/** A row of a published table: what is not given is the column's example, or empty where the cell may be. */
export function aPublishedRow<N extends PublishedTableName>(name: N, cells: CellsOf<N> = {}): PublishedRow<N> & Row {
  const table = publishedTable(name);
  const row: Record<string, Value> = {};
  for (const column of columnsOf(table.row)) {
    row[column.name] = column.isRequired || table.key.includes(column.name) ? (column.example ?? null) : null;
  }
  const whole: Row = { ...row, ...cells };
  return { ...wholeRow(name, [whole]), ...whole };
}

/** Values on which programs stumble. */
export const hardValues = {
  name: `Côte d'Ivoire, "the" coast\nof Ménaka`,
  halfYear: "2018-41",
  longitude: -8.0029,
  code: "ML04",
  long: `A long text. ${"It goes on and on. ".repeat(60)}`.trim(),
} as const;

const step = (record_id: string, cells: CellsOf<"expansion_timeline">) =>
  aPublishedRow("expansion_timeline", { record_id, place_id: "farabougou", ...cells });

/** A small release in which every pointer holds: two sources, a record of each agreement, hard values. */
export const someTables = (): RowsByTable =>
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
    ["errata", [aPublishedRow("errata", { is_certain: false })]],
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
          record_id: "ewf-007",
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
        someClaim("exp-003", { column: "from_place_id", rule: "majority", value: "mali", status: "accepted" }),
        someClaim("exp-003", {
          column: "from_place_id",
          rule: "majority",
          value: "mali",
          source_id: "ict-2024",
          status: "accepted",
        }),
      ],
    ],
    [
      "disagreements",
      [aPublishedRow("disagreements", { disagreement_id: "dis-001", source_ids: "acled-2023; ict-2024" })],
    ],
    [
      "disagreement_sides",
      [
        aPublishedRow("disagreement_sides", { side: "a", source_id: "acled-2023", position: "about two thousand" }),
        aPublishedRow("disagreement_sides", { side: "b", source_id: "ict-2024", position: "about a thousand" }),
      ],
    ],
    ["retired", []],
  ]);

/** A claim, its id made of all that makes it one. */
export function someClaim(record_id: string, cells: CellsOf<"claims">): Row {
  const claim = aPublishedRow("claims", { record_id, column: "date", ...cells });
  const stem = sha256Hex([claim.table, record_id, claim.source_id, claim.evidence].join("\n")).slice(0, 12);
  return { ...claim, claim_id: `clm-${stem}-${claim.column}` };
}

/** A made-up release without its descriptors: its canonical files, what is known of them, and its tables to be read. */
export interface SomeRelease {
  readonly workspace: MemoryWorkspace;
  readonly content: ReleaseContent;
  readonly tables: readonly EditionTable[];
}

/** Writes rows as a release has them, and checks none against its schema. */
export function writeSomeRelease(rows: RowsByTable = someTables()): SomeRelease {
  const workspace = memoryWorkspace();
  const all = new Map<PublishedTableName, readonly Row[]>([
    ...rows,
    ["codelists", codelistRows()],
    ["columns", columnRows()],
  ]);
  const written = publishedTableNames.map((name) => writeTable(name, all.get(name) ?? [], workspace));
  const sources = (rows.get("source_provenance") ?? []).map((row) => wholeRow("source_provenance", [row]));
  const examples = collectExamples(sources);
  const entries = [...aResolution(rows).entries()];
  for (const entry of entries) examples.add(entry);
  const records = entries.flatMap((entry) => (entry.columns === undefined ? [] : [entry]));
  const content = {
    tables: written.map(({ table }) => table),
    files: written.map(({ file }) => file),
    sources,
    examples: examples.examples(),
    agreement: [],
    nRecords: records.length,
    nAlone: records.filter(({ row }) => row.n_independent_sources === 1).length,
  };
  return { workspace, content, tables: editionTables(content.tables, workspace) };
}

/** Writes the rows of one table, in the order of their keys. */
function writeTable(name: PublishedTableName, rows: readonly Row[], workspace = memoryWorkspace()): WrittenTable {
  const writer = tableWriter(name, workspace);
  for (const row of rows.toSorted(byColumns(publishedTable(name).key))) writer.add(row);
  return writer.close();
}

/** The small release as editions take it, or one with other rows. */
export const someEditionTables = (rows: RowsByTable = someTables()): readonly EditionTable[] =>
  writeSomeRelease(rows).tables;

export const someFacts: CitedRelease = {
  version: "1.0.0",
  created: "2026-11-24",
  dataHash: "ab".repeat(32),
  doi: null,
};
