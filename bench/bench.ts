import { spawnSync } from "node:child_process";
import { join } from "node:path";

const TIMES = [1, 10, 100];
const SEED = 20170302;

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
  readonly rows: number;
  readonly resolveSeconds?: number;
}

/** Runs one kind of work in a process of its own, so that its time and its memory are its own. */
function measure(work: "pipeline" | "bare", times: number): Measured {
  const child = spawnSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "work.ts"), work, String(times), String(SEED)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 },
  );
  if (child.status !== 0) throw new Error(`The ${work} at ${times}x ended with ${child.status ?? child.signal}.`);
  return JSON.parse(child.stdout);
}

const ratio = (a: number, b: number) => (a / b).toFixed(2);

const measured = TIMES.map((times) => ({ times, pipeline: measure("pipeline", times), bare: measure("bare", times) }));

console.log(
  "The whole pipeline (raw files → every data file of a release) over csv-parse and csv-stringify on the same files.",
);
console.log("times\tcoded rows\tpipeline s\tbare s\tratio\tpeak MB\tresolve µs/row");
for (const { times, pipeline, bare } of measured) {
  const perRow = (((pipeline.resolveSeconds ?? 0) * 1e6) / pipeline.rows).toFixed(1);
  console.log(
    [
      times,
      pipeline.rows,
      pipeline.seconds.toFixed(2),
      bare.seconds.toFixed(2),
      ratio(pipeline.seconds, bare.seconds),
      pipeline.peakMb,
      perRow,
    ].join("\t"),
  );
}
const [, ten, hundred] = measured;
if (ten !== undefined && hundred !== undefined) {
  console.log(`100x costs ${ratio(hundred.pipeline.seconds, ten.pipeline.seconds)} times 10x (target: at most 12)`);
  console.log(
    `100x over bare: ${ratio(hundred.pipeline.seconds, hundred.bare.seconds)} (target: at most 4); peak ${hundred.pipeline.peakMb} MB (target: at most 600)`,
  );
}
