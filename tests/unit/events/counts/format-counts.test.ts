import { expect, test } from "vitest";
import { formatCounts } from "#pipeline/events/counts/format-counts.ts";

test("if there is no claim to count, the attributes that can be counted are named", () => {
  expect(formatCounts([])).toMatch(/^There is no claim to count: actor_profile has no record with[\s\S]+attacks_n/u);
});
