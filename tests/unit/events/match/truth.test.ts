import { expect, test } from "vitest";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";
import { aMatchRecord, candidatesOf } from "#tests/builders/matching.ts";

const N_RECORDS = 200;
const FIRST_DAY = dayNumber("2021-01-01");
const ARMED = ["Test Rebels", "Test Rebels, north", "Other Rebels"];

/** Numbers from 0 to 1, the same each time (Park and Miller's minimal standard generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Events over four degrees and a year, and records of every k-th of them, told a little wrong. */
function scene(nEvents: number) {
  const random = seeded(nEvents);
  const whole = (below: number) => Math.floor(random() * below);
  const events = Array.from({ length: nEvents }, (_, at) => {
    const day = FIRST_DAY + whole(365);
    return anEvent({
      event_id: String(at).padStart(6, "0"),
      day_first: day,
      day_last: day,
      latitude: 13 + random() * 4,
      longitude: -6 + random() * 4,
      actor_b: ARMED[whole(ARMED.length)] ?? null,
    });
  });
  const step = nEvents / N_RECORDS;
  const records = Array.from({ length: N_RECORDS }, (_, at) => {
    const { day_first: day, latitude, longitude } = events[at * step] ?? anEvent();
    const told = (day ?? 0) + whole(3) - 1;
    return aMatchRecord({
      record_id: String(at * step).padStart(6, "0"),
      day_first: told,
      day_last: told,
      latitude: (latitude ?? 0) + (random() - 0.5) / 10,
      longitude: (longitude ?? 0) + (random() - 0.5) / 10,
      sides: [["army"], ["rebels", "others"]],
    });
  });
  return { events, records };
}

test.each([
  { nEvents: 1000, recall: 1, first: 0.99 },
  { nEvents: 5000, recall: 1, first: 0.96 },
  { nEvents: 20_000, recall: 0.99, first: 0.85 },
])("among $nEvents events the true one is a candidate, and mostly the first", async ({ nEvents, ...least }) => {
  const { events, records } = scene(nEvents);
  const found = await candidatesOf(records, events);
  const isTrue = ({ record_id, event_id }: (typeof found)[number]) => record_id === event_id;
  const best = found.filter(({ place_in_order }) => place_in_order === 1);
  expect(found.filter(isTrue).length / N_RECORDS).toBeGreaterThanOrEqual(least.recall);
  expect(best.filter(isTrue).length / best.length).toBeGreaterThanOrEqual(least.first);
});
