import { placeWindows } from "#schemas/events/match-rules.ts";

export interface Cell {
  readonly cell_y: number;
  readonly cell_x: number;
}

const CELLS_A_DEGREE = 2;
const METRES_A_DEGREE = 111_195;
/** So that rounding on the way to a cell leaves nobody out. */
const MARGIN_M = 100;
/** Around a pole, a circle holds all longitudes. */
const POLE = 90;
const CELLS_AROUND = 360 * CELLS_A_DEGREE;

const REACH_DEGREES = (Math.max(...placeWindows.map(({ radius_m }) => radius_m)) + MARGIN_M) / METRES_A_DEGREE;

/**
 * The half-degree cells that hold every point within the widest window around a point, also near the poles and across
 * the date line. Cells are those of canonical events: `floor(degrees × 2)`.
 */
export function cellsAround(latitude: number, longitude: number): Cell[] {
  const [south, north] = [latitude - REACH_DEGREES, latitude + REACH_DEGREES];
  const rows = range(rowOf(Math.max(south, -POLE)), rowOf(Math.min(north, POLE)));
  const columns = columnsAround({ longitude, south, north });
  return rows.flatMap((cell_y) => columns.map((cell_x) => ({ cell_y, cell_x })));
}

const rowOf = (latitude: number) => Math.floor(latitude * CELLS_A_DEGREE);

function columnsAround({ longitude, south, north }: { longitude: number; south: number; north: number }): number[] {
  const first = -CELLS_AROUND / 2;
  const everywhere = range(first, -first);
  if (south <= -POLE || north >= POLE) return everywhere;
  const farthest = Math.max(Math.abs(south), Math.abs(north));
  const reach = REACH_DEGREES / Math.cos((farthest * Math.PI) / 180);
  if (reach >= 180) return everywhere;
  const columns = range(
    Math.floor((longitude - reach) * CELLS_A_DEGREE),
    Math.floor((longitude + reach) * CELLS_A_DEGREE),
  ).map((column) => ((((column - first) % CELLS_AROUND) + CELLS_AROUND) % CELLS_AROUND) + first);
  // A point on the date line is written as 180 or as -180 degrees.
  const isOnLine = columns.includes(first) || columns.includes(-first - 1);
  return [...new Set(isOnLine ? [...columns, -first, first] : columns)];
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, step) => first + step);
