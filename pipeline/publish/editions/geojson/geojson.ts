import { type CitedRelease, textCitation } from "#pipeline/core/citation.ts";
import { type Geometry, pointGeometry } from "#pipeline/core/geometry.ts";
import { harmlessJson, jsonText } from "#pipeline/core/json-text.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { Edition, EditionInput, EditionTable, WriteBytes } from "#pipeline/publish/editions/edition.ts";
import { labelledColumn, type OrderedColumn } from "#pipeline/publish/editions/reading-order.ts";
import { aspectOf, isForPrograms } from "#schemas/column-aspect.ts";
import { dataset } from "#schemas/dataset.ts";
import { type Outline, outlinesOfPlaces } from "./place-outlines.ts";

const WARNING =
  "A feature says that a source mentions something at a place, at the time in its properties. It never says that a group controls the place, and the size of an outline means nothing. A point is the place's own coordinates. An outline is that of the whole administrative unit that the source names, drawn by Natural Earth. Outlines are older than some units: the outline of an older unit includes what was later made a unit of its own. Places that are a country, lie across borders, or are a part of a unit without coordinates are not in this file, and neither are the records about them: see the tables.";

/** A GeoJSON feature (RFC 7946, 3.2). */
interface Feature {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Row;
}

const encoder = new TextEncoder();

/**
 * One feature for each place, and for each record about a place, that has coordinates or a named outline. Every feature
 * has its own geometry, so that programs for maps need no join; the few outlines are small enough to be repeated. One
 * feature is on one line.
 */
export function writeGeojson(
  { tables, release, outlines }: Omit<EditionInput, "workspace" | "pause">,
  write: WriteBytes,
) {
  const places = tables.find(({ name }) => name === "places");
  const known = outlinesOfPlaces(places?.rows() ?? [], outlines.units);
  write(encoder.encode(`${head(release)}"features":[`));
  let separator = "\n";
  for (const table of tables.filter(hasPlaces)) {
    for (const feature of featuresOf(table, known)) {
      write(encoder.encode(harmlessJson(`${separator}${JSON.stringify({ type: "Feature", ...feature })}`)));
      separator = ",\n";
    }
  }
  write(encoder.encode("\n]}\n"));
}

/** What the collection is: members that RFC 7946, 6.1, calls foreign. */
function head(release: CitedRelease): string {
  const { name, title, licence } = dataset;
  const facts = {
    type: "FeatureCollection",
    name,
    title,
    description: WARNING,
    version: release.version,
    created: release.created,
    license: licence.url,
    citation: textCitation(release),
  };
  return `${jsonText(facts).slice(0, -1)},`;
}

/** The places, and the tables whose rows are at a place and carry its coordinates. */
const hasPlaces = ({ name, fields }: EditionTable) =>
  ["latitude", "longitude"].every((column) => fields.some((field) => field.name === column)) &&
  (name === "places" || fields.some((field) => field.name === "place_id" && field.pointsTo?.table === "places"));

function* featuresOf({ name, key, fields, rows }: EditionTable, outlines: ReadonlyMap<string, Outline>) {
  const columns = fields
    .filter((field) => !isForPrograms(field) || aspectOf(field) === "where")
    .flatMap((field) => labelledColumn(field));
  for (const row of rows()) {
    const { latitude, longitude } = row;
    const id = `${name}/${key.map((column) => row[column]).join("/")}`;
    const outline = outlines.get(String(row.place_id));
    if (typeof latitude === "number" && typeof longitude === "number")
      yield feature(id, pointGeometry(longitude, latitude), { table: name, outline: null, ...cellsOf(row, columns) });
    else if (outline !== undefined)
      yield feature(id, outline.geometry, { table: name, outline: outline.ids.join("; "), ...cellsOf(row, columns) });
  }
}

const feature = (id: string, geometry: Geometry, properties: Row): Feature => ({ id, geometry, properties });

const cellsOf = (row: Row, columns: readonly OrderedColumn[]): Row =>
  Object.fromEntries(columns.map(({ header, cellOf }) => [header, cellOf(row)]));

const PATH = `${dataset.name}.geojson`;

export const geojson: Edition = {
  name: "geojson",
  title: "GeoJSON: the places and records that have coordinates or a named outline",
  mediaType: "application/geo+json",
  format: 2,
  paths: () => [PATH],
  make: async ({ workspace, ...input }) => {
    const file = workspace.create(PATH);
    writeGeojson(input, file.write);
    return [file.close()];
  },
};
