import { expect, it } from "vitest";
import { claimStem, isClaimId } from "#pipeline/core/claim-id.ts";

it("tells the id of a claim from others", () => {
  expect(isClaimId(`${claimStem("3f9a1c20b7d4e5")}-date`)).toBe(true);
  expect(isClaimId("evt-001")).toBe(false);
});
