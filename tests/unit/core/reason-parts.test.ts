import { describe, expect, it } from "vitest";
import { isMarkedDerived, joinReasons, nSummedUp, statedReason, withoutMark } from "#pipeline/core/reason-parts.ts";

describe("the reason of a change", () => {
  it.each([
    [null, false, null],
    ["Read again.", false, "Read again."],
    ["derived", true, null],
    ["derived: follows from date", true, null],
    ["derived: follows from date | Read again. | It was later.", true, "Read again. | It was later."],
    ["derived by rule", false, "derived by rule"],
    ["stated", false, "stated"],
    ["stated | by the army", false, "stated | by the army"],
    ["Read again. | derived", false, "Read again. | derived"],
  ])("%j is marked as derived: %j, and was written as %j", (reason, isMarked, written) => {
    expect(isMarkedDerived(reason)).toBe(isMarked);
    expect(withoutMark(reason)).toBe(written);
  });

  it.each(["derived", "derived: x", "derived | x", "Read again.", "stated"])(
    "is kept apart from the mark: %j",
    (reason) => {
      const published = statedReason(reason);
      expect(isMarkedDerived(published)).toBe(false);
      expect(withoutMark(published)).toBe(reason);
      expect(statedReason(published)).toBe(published);
    },
  );

  it.each([
    ["derived: 3,748 rows", 3748],
    ["derived: 1 row", 1],
    ["all of the new table: 51 rows", 51],
    ["derived: follows from date", null],
    ["derived", null],
    [null, null],
  ])("%j sums up %j changes", (reason, number) => {
    expect(nSummedUp(reason)).toBe(number);
  });

  it("names each of several reasons once", () => {
    expect(joinReasons(["a", null, "b", "a"])).toBe("a | b");
    expect(joinReasons([null])).toBeNull();
  });
});
