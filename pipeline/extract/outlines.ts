import { z } from "zod";
import type { Issue } from "#pipeline/core/issue.ts";
import type { OutlinedUnit, Outlines, Point } from "#pipeline/core/outlines.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import { type DiskFile, fileName, isAnchorName } from "#pipeline/core/raw-input.ts";
import { readAnchors } from "./anchors.ts";

const Position = z.tuple([z.number(), z.number()]);
const Arcs = z.array(z.int());

/** The part of TopoJSON that `raw/outlines/make.mjs` writes (github.com/topojson/topojson-specification, 2.1). */
const Topology = z.object({
  type: z.literal("Topology"),
  transform: z.object({ scale: Position, translate: Position }),
  arcs: z.array(z.array(Position)),
  objects: z.object({
    units: z.object({
      geometries: z.array(
        z.intersection(
          z.object({
            id: z.string(),
            properties: z.object({ name: z.string(), country: z.string(), region: z.string().optional() }),
          }),
          z.discriminatedUnion("type", [
            z.object({ type: z.literal("Polygon"), arcs: z.array(Arcs) }),
            z.object({ type: z.literal("MultiPolygon"), arcs: z.array(z.array(Arcs)) }),
          ]),
        ),
      ),
    }),
  }),
});
type Topology = z.infer<typeof Topology>;

/** What the files in raw/outlines hold. A file that cannot be read is reported, and gives nothing. */
export function readOutlines(files: readonly DiskFile[]): Outlines & { readonly issues: readonly Issue[] } {
  const isOfAnchors = ({ path }: DiskFile) => isAnchorName(fileName(path));
  const read = files.filter((file) => !isOfAnchors(file)).map((file) => ({ file, units: readFile(file) }));
  const anchors = files.filter(isOfAnchors).map(readAnchors);
  const issues = read.flatMap(({ file: { path }, units }): Issue[] =>
    units === null ? [{ code: "extract/bad-outlines", at: { file: path, line: null, column: null } }] : [],
  );
  return {
    units: read.flatMap(({ units }) => units ?? []),
    anchors: anchors.flatMap((file) => file.anchors),
    issues: [...issues, ...anchors.flatMap((file) => file.issues)],
  };
}

function readFile({ bytes }: DiskFile): OutlinedUnit[] | null {
  const { data: topology } = Topology.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (topology === undefined) return null;
  const arcs = topology.arcs.map((arc) => decodeArc(arc, topology.transform));
  const { geometries } = topology.objects.units;
  const isWhole = geometries.every(({ arcs: used }) =>
    [used].flat(3).every((arc) => (arc < 0 ? ~arc : arc) < arcs.length),
  );
  if (!isWhole) return null;
  return geometries.map(({ id, properties: { name, country, region }, ...geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    return { id, name, country, region: region ?? null, rings: polygons.flat().map((ring) => joinArcs(ring, arcs)) };
  });
}

/** The first position is absolute, and each of the others a step from the one before, on the grid of the transform. */
function decodeArc(steps: readonly Point[], { scale, translate }: Topology["transform"]): Point[] {
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** An arc with a negative number (`~3` for arc 3) runs backwards. Where two arcs meet, both have the point. */
const joinArcs = (numbers: readonly number[], arcs: readonly (readonly Point[])[]): Point[] =>
  numbers.flatMap((number, position) => {
    const arc = number < 0 ? (arcs[~number] ?? []).toReversed() : (arcs[number] ?? []);
    return position === 0 ? arc : arc.slice(1);
  });
