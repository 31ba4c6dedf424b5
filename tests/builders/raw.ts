import { writeCsv } from "#pipeline/core/csv-text.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

type Cells = Readonly<Record<string, Value>>;

/** A coded row: what is not given is empty, or where it must be filled, plain and sensible. */
export function aCodedRow(table: CodedTableName, cells: Cells = {}): Row {
  const defaults: Record<string, Value> = {
    record_id: `${codedTable(table).idPrefix ?? "rec"}-1`,
    source_id: "source-a",
    actor_id: "jnim",
    related_actor_id: table === "relations" ? "other-group" : null,
    evidence: "p1s1",
    statement_type: "reported",
    certainty: "stated",
  };
  return Object.fromEntries(
    columnsOf(codedTable(table).row).map(({ name, isRequired, example }) => [
      name,
      cells[name] ?? defaults[name] ?? (isRequired ? (example ?? null) : null),
    ]),
  );
}

export const aSource = (source_id: string, cells: Cells = {}) =>
  aCodedRow("sources", {
    source_id,
    title: `Report ${source_id}`,
    date_published: "2024-01-01",
    sha256: sha256Hex(source_id),
    derived_from: null,
    ...cells,
  });

export type CodedTables = Readonly<Partial<Record<CodedTableName, readonly Row[]>>>;

/** The tables given, and where they are not: two sources, two actors, one place. */
export const someCodedTables = (tables: CodedTables): CodedTables => ({
  sources: [aSource("source-a"), aSource("source-b")],
  actors: [
    aCodedRow("actors", { actor_id: "jnim" }),
    aCodedRow("actors", { actor_id: "other-group", name: "Other Group" }),
  ],
  places: [aPlace("mali", { name: "Mali", kind: "country" })],
  ...tables,
});

export const TEN_SENTENCES = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

/** Outlines of no unit, so that no coordinates are checked. */
const NO_UNITS = {
  type: "Topology",
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [],
  objects: { units: { geometries: [] } },
};

/** raw/ in memory: `someCodedTables`, and for every source an index of ten sentences. */
export function aRawInput(tables: CodedTables = {}): RawInput {
  const all = someCodedTables(tables);
  return {
    codedPath: "raw/coded",
    coded: codedTableNames.map((name) => ({
      path: `raw/coded/${name}.csv`,
      bytes: Buffer.from(writeCsv(Object.keys(codedTable(name).row.shape), all[name] ?? [])),
    })),
    indexes: (all.sources ?? []).map(({ source_id, sha256 }) => ({
      path: `raw/documents/${source_id}.index.csv`,
      bytes: Buffer.from(writeIndex(buildIndex(TEN_SENTENCES, String(sha256)))),
    })),
    second: [],
    texts: [],
    outlines: [{ path: "raw/outlines/nothing.topo.json", bytes: Buffer.from(JSON.stringify(NO_UNITS)) }],
    strays: [],
    unread: [],
  };
}

const aPlace = (place_id: string, cells: Cells = {}): Row => ({
  ...aCodedRow("places", { place_id, country: "Mali", iso3: "MLI" }),
  admin1: null,
  admin1_pcode: null,
  admin2: null,
  pcode_valid_from: null,
  latitude: null,
  longitude: null,
  coordinate_source: null,
  where_prec: 6,
  ...cells,
});
