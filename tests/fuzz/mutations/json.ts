import type { Random } from "#tests/fuzz/random.ts";
import { asBytes, asText } from "./mutation.ts";

const STRANGE: readonly unknown[] = [
  null,
  "",
  {},
  [],
  -1,
  1e300,
  true,
  "__proto__",
  "../../../etc",
  "9".repeat(50),
  [null],
  { __proto__: null, toString: 1 },
];

/** A JSON file with something else in one place, or without that place; `null` if it is not JSON. */
export function mutateJson(bytes: Uint8Array, random: Random): Uint8Array | null {
  let value: unknown;
  try {
    value = JSON.parse(asText(bytes));
  } catch {
    return null;
  }
  return asBytes(`${JSON.stringify(changed(value, random, 0), null, 2)}\n`);
}

/** Goes down one branch, and replaces what it comes to. */
function changed(value: unknown, random: Random, depth: number): unknown {
  if (typeof value !== "object" || value === null || random.chance(depth / 10)) return random.pick(STRANGE);
  const entries = Object.entries(value);
  if (entries.length === 0) return random.pick(STRANGE);
  const [chosen] = random.pick(entries);
  const isRemoved = random.chance(0.1);
  const kept = entries.flatMap(([name, part]): [string, unknown][] => {
    if (name !== chosen) return [[name, part]];
    return isRemoved ? [] : [[name, changed(part, random, depth + 1)]];
  });
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}
