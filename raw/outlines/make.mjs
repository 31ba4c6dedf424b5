// Makes admin1.topo.json from Natural Earth. See README.md in this folder for how to run it; the pipeline never does.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// The packages are installed in the scratch folder where the script is started, and not in this project.
const scratch = createRequire(join(process.cwd(), "package.json"));
const load = (name) => import(pathToFileURL(scratch.resolve(name)).href);
const [{ geoArea, geoContains }, { topology }, { presimplify, simplify, filter, filterWeight }, { feature }] =
  await Promise.all(["d3-geo", "topojson-server", "topojson-simplify", "topojson-client"].map(load));

/** The countries of the region that schemas/codelists/places.ts names. */
const COUNTRIES = ["BEN", "BFA", "CIV", "DZA", "GHA", "MLI", "MRT", "NER", "NGA", "TCD", "TGO"];
/** Corners that span a smaller triangle are left out, in square degrees. */
const SMALLEST_TRIANGLE = 0.0005;
/** Steps of the grid on each axis. */
const GRID = 2e4;
/** Towns that must lie in their unit: longitude, latitude. */
const TOWNS = { "ML-5": [-4.18, 14.49], "ML-7": [-0.05, 16.27], "BF-KAD": [-1.53, 12.37], "NE-8": [2.11, 13.52] };

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) throw new Error("Usage: node make.mjs build.json admin1.topo.json");

/** d3 takes the inside of a ring to be on the right of its direction: an exterior that runs the other way fills the world. */
function rewound(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const turned = polygons.map((rings) =>
    rings.map((ring, position) => {
      const isHuge = geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI;
      return isHuge === (position === 0) ? ring.toReversed() : ring;
    }),
  );
  return turned.length === 1
    ? { type: "Polygon", coordinates: turned[0] }
    : { type: "MultiPolygon", coordinates: turned };
}

const bytes = readFileSync(source);
const units = JSON.parse(bytes)
  .features.filter(({ properties }) => COUNTRIES.includes(properties.adm0_a3))
  .map(({ geometry, properties: { iso_3166_2: iso, name, region, adm0_a3: country } }) => ({
    type: "Feature",
    id: iso,
    properties: { name, country, ...(region ? { region } : {}) },
    geometry: rewound(geometry),
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const whole = presimplify(topology({ units: { type: "FeatureCollection", features: units } }));
const simple = simplify(whole, SMALLEST_TRIANGLE);
const kept = filter(simple, filterWeight(simple, SMALLEST_TRIANGLE));
const { quantize } = await load("topojson-client");
const result = quantize(kept, GRID);

const drawn = feature(result, result.objects.units).features;
for (const unit of drawn)
  if (unit.geometry === null || geoArea(unit) > 0.1) throw new Error(`${unit.id} is lost or wound the wrong way.`);
for (const [id, town] of Object.entries(TOWNS))
  if (!geoContains(drawn.find((unit) => unit.id === id), town)) throw new Error(`${town} does not lie in ${id}.`);

const text = `${JSON.stringify(result)}\n`;
writeFileSync(target, text);
const hash = (content) => createHash("sha256").update(content).digest("hex");
console.log(`${drawn.length} units, ${text.length} bytes\nsource ${hash(bytes)}\nresult ${hash(text)}`);
for (const country of COUNTRIES)
  console.log(country, drawn.filter(({ properties }) => properties.country === country).length);
