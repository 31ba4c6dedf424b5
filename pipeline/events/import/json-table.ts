import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import type { EventProfile } from "#schemas/events/profile.ts";
import { plainHeader } from "./map-columns.ts";

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Members in which programs put the list of events: GeoJSON, UCDP's and ACLED's interfaces. */
const LISTS = ["features", "Result", "data"];

/**
 * The table of a JSON text: a list of objects with a member for each column, or a GeoJSON FeatureCollection, of which
 * the properties are the columns. Where there is no column of coordinates, those of the points are taken. `null` if it
 * is something else.
 */
export function jsonTable(text: string, { columns }: EventProfile): Table | null {
  const list = listIn(parseJson(text.replace(/^\uFEFF/u, "")));
  if (list === null || list.some(Array.isArray)) return null;
  const objects = list.filter(isRecord).map(propertiesOf);
  if (objects.length < list.length || objects.length === 0) return null;
  const header = [...new Set(objects.flatMap(({ properties }) => Object.keys(properties)))];
  const plain = new Set(header.map(plainHeader));
  const lacks = (accepted: readonly string[]) => !accepted.some((name) => plain.has(plainHeader(name)));
  const [longitude = "", latitude = ""] = [columns.longitude[0], columns.latitude[0]];
  const added = lacks(columns.longitude) && lacks(columns.latitude) ? [longitude, latitude] : [];
  return {
    header: [...header, ...added],
    rows: objects.map(({ properties, point }) => [
      ...header.map((name) => cellOf(properties[name])),
      ...added.map((_, at) => point[at] ?? ""),
    ]),
  };
}

function listIn(parsed: unknown): readonly unknown[] | null {
  if (Array.isArray(parsed)) return parsed;
  if (!isRecord(parsed)) return null;
  for (const name of LISTS) {
    const list = parsed[name];
    if (Array.isArray(list)) return list;
  }
  return null;
}

interface Properties {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Longitude and latitude; empty if the geometry is no point. */
  readonly point: readonly (string | undefined)[];
}

function propertiesOf(object: Readonly<Record<string, unknown>>): Properties {
  const { type, properties, geometry } = object;
  if (type !== "Feature" || !isRecord(properties)) return { properties: object, point: [] };
  const coordinates: unknown = isRecord(geometry) && geometry.type === "Point" ? geometry.coordinates : null;
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates.map(cellOf) : [];
  return { properties, point: [longitude, latitude] };
}

const cellOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
