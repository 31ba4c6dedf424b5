import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type Admin1Unit, admin1Keys } from "#pipeline/events/admin1-key.ts";
import { readAdmin1List } from "#pipeline/events/admin1-list.ts";
import { readInput } from "#pipeline/io/read-input.ts";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";
import type { EventProfile } from "#schemas/events/profile.ts";

/** Raised whenever the same file is read in another way, so that it is imported again. */
const READING = 1;

/** The list of first-level units in raw/; none if it is missing. */
export interface UnitList {
  readonly path: string;
  readonly units: readonly Admin1Unit[] | null;
}

export function readUnitList(raw: string): UnitList {
  const path = join(raw, "outlines", "pcodes.csv");
  const found = readInput(path);
  return { path, units: "fault" in found ? null : readAdmin1List(new TextDecoder().decode(found.bytes)) };
}

export const keysOf = ({ units }: UnitList) => admin1Keys(units ?? []);

/** Hash of everything but the files that the events depend on. */
export const hashReading = (profile: EventProfile, { units }: UnitList): string =>
  sha256Hex(JSON.stringify([READING, profile, canonicalEvent, units]));
