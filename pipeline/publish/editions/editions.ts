import { csvPath } from "#pipeline/core/csv-path.ts";
import type { Workspace } from "#pipeline/core/release-store.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { readCanonicalRows } from "./canonical-rows.ts";
import { database } from "./database.ts";
import type { Edition, EditionTable } from "./edition.ts";
import { figures } from "./figures/figures.ts";
import { geojson } from "./geojson/geojson.ts";
import { json } from "./json-rows.ts";
import { parquet } from "./parquet.ts";
import { workbook } from "./workbook/workbook.ts";

/** The editions of a release, in the order in which they are written. To add one, write its module and list it here. */
export const editions: readonly Edition[] = [json, parquet, workbook, database, geojson, figures];

/** The tables of a release, which are read from its canonical files. */
export const editionTables = (tables: readonly ReleaseTable[], workspace: Workspace): EditionTable[] =>
  tables.map((table) => ({
    ...table,
    rows: () => readCanonicalRows(workspace.chunks(csvPath(table.name)), table.fields),
  }));
