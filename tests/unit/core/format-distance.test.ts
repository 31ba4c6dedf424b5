import { expect, it } from "vitest";
import { formatDistance } from "#pipeline/core/format-distance.ts";

it.each([
  [0, "0 m"],
  [999, "999 m"],
  [1000, "1.0 km"],
  [12_345, "12.3 km"],
  [49_996, "50.0 km"],
  [1_204_480, "1,204.5 km"],
])("writes %i metres as %s", (metres, words) => {
  expect(formatDistance(metres)).toBe(words);
});
