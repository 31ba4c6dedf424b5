import { type GeoPath, geoMercator, geoPath } from "d3-geo";
import type { Geometry } from "#pipeline/core/geometry.ts";
import { isInside, type Point } from "#pipeline/core/outlines.ts";

/** Size of a map in its drawing. */
export const FRAME = { width: 960, height: 742 } as const;

/** What a map shows: from western Mali to the middle of Niger, and from the coast to the desert. */
const CORNERS: readonly [Point, Point] = [
  [-12.5, 4.2],
  [8.6, 20],
];

/** A part of the world, and the drawing that it fills. */
interface MapView {
  readonly frame: { readonly width: number; readonly height: number };
  /** Free room along the edges. */
  readonly margin: number;
  /** What is as large as the frame allows. */
  readonly shown: readonly Point[];
}

const EXPANSION: MapView = { frame: FRAME, margin: 0, shown: CORNERS };

export interface MapProjection {
  /** A place in the drawing; `null` if it lies beyond the frame. */
  readonly project: (point: Point) => Point | null;
  /** The outline as the attribute `d` of a path, cut at the frame. */
  readonly pathOf: (geometry: Geometry) => string;
  /** The middle of what can be seen of it; `null` if nothing can. */
  readonly middleOf: (geometry: Geometry) => Point | null;
  /** Whether a place in the drawing lies within it. */
  readonly contains: (geometry: Geometry, place: Point) => boolean;
}

/** Mercator, in which compass words keep their direction. Numbers are rounded to a tenth of a pixel. */
export function mapProjection({ frame: { width, height }, margin, shown }: MapView = EXPANSION): MapProjection {
  const frame: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  const projection = geoMercator()
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: "MultiPoint", coordinates: shown.map(([x, y]) => [x, y]) },
    )
    .clipExtent(frame);
  const path: GeoPath = geoPath(projection).digits(1);
  return {
    project: ([x, y]) => {
      const place = projection([x, y]);
      return place !== null && isWithin(place, { width, height }) ? place : null;
    },
    pathOf: (geometry) => path(asGeometry(geometry)) ?? "",
    middleOf: (geometry) => {
      const [x, y] = path.centroid(asGeometry(geometry));
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
    },
    contains: (geometry, [x, y]) => {
      const point = projection.invert?.([x, y]) ?? null;
      return point !== null && isInside([{ rings: ringsOf(geometry) }], point);
    },
  };
}

function ringsOf(geometry: Geometry): readonly (readonly Point[])[] {
  if (geometry.type === "Point") return [];
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

const isWithin = ([x, y]: Point, { width, height }: MapView["frame"]) => x >= 0 && x <= width && y >= 0 && y <= height;

/** A copy whose lists d3 may change, as its types want it. */
function asGeometry(geometry: Geometry): GeoJSON.Geometry {
  const pair = ([x, y]: Point) => [x, y];
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: pair(geometry.coordinates) };
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(pair)) };
    case "MultiPolygon":
      return {
        type: "MultiPolygon",
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(pair))),
      };
    default:
      return geometry satisfies never;
  }
}
