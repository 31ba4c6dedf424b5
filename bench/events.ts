import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PROJECT, scratch } from "./child.ts";
import { Usage } from "./usage.ts";

/**
 * Matches 2,000 seeded records with seeded events, and counts 120 seeded claims, with DuckDB in a process of its own for
 * each size: `npm run bench:events`, or `npm run bench:events -- 100000 1000000` for some sizes. CPU seconds are those of
 * all threads; they and memory say more than seconds on a machine that others use too.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((events) => events > 0);
const SIZES = sizes.length === 0 ? [100_000, 1_000_000, 10_000_000] : sizes;
/** On two cores. */
const GOALS = { events: 10_000_000, seconds: 10, peakMb: 400 } as const;

const EventsUsage = Usage.extend({ rows: z.number() });
type EventsUsage = z.infer<typeof EventsUsage>;

/** `null` if it failed, after saying why. */
function part(kind: string, events: number, staged: string): EventsUsage | null {
  const words = ["--import", "tsx", join(import.meta.dirname, "events-work.ts"), kind, String(events), staged];
  const child = spawnSync(process.execPath, words, {
    cwd: PROJECT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.status !== 0) {
    const why = /^\w*Error: .*$/mu.exec(child.stderr)?.[0] ?? `it ended with ${child.status ?? child.signal}`;
    console.log(`! ${kind} of ${events}: ${why}`);
    process.exitCode = 1;
    return null;
  }
  return EventsUsage.parse(JSON.parse(child.stdout));
}

const show = (...cells: readonly (string | number)[]) =>
  console.log(cells.map((cell, at) => String(cell).padStart([12, 10, 9, 9, 9, 9, 20][at] ?? 0)).join(""));

const goal = (words: string, value: number, most: number, unit: string) =>
  console.log(`${value <= most ? "  " : "! "}${words}: ${value.toFixed(1)}${unit} (at most ${most}${unit})`);

try {
  show("events", "part", "rows", "CPU s", "s", "peak MB", "µs CPU per event");
  const measured: (EventsUsage & { readonly kind: string; readonly events: number })[] = [];
  for (const events of SIZES) {
    const staged = join(scratch, String(events));
    for (const kind of ["generate", "match", "counts"]) {
      const usage = part(kind, events, staged);
      if (usage === null) continue;
      const { rows, cpu, seconds, peakMb } = usage;
      show(events, kind, rows, cpu.toFixed(2), seconds.toFixed(2), peakMb, ((cpu / events) * 1e6).toFixed(2));
      if (kind !== "generate") measured.push({ kind, events, ...usage });
    }
    rmSync(staged, { recursive: true, force: true });
  }
  console.log("");
  for (const { kind, events, cpu, seconds, peakMb } of measured) {
    const first = measured.find((other) => other.kind === kind);
    if (first !== undefined && first.events < events) {
      const growth = cpu / events / (first.cpu / first.events);
      goal(`${kind} of ${events}: CPU per event over that of ${first.events}`, growth, 1, "x");
    }
    if (events !== GOALS.events) continue;
    goal(`${kind} of ${events}`, seconds, GOALS.seconds, " s");
    goal(`${kind} of ${events}: peak`, peakMb, GOALS.peakMb, " MB");
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
