import { describe, expect, it } from "vitest";
import { highestNumber, idFormOf, idNumber, isInForm, nextFreeId } from "#pipeline/core/numbered-id.ts";

describe("an id with a number", () => {
  it.each([
    ["exp-014", 14],
    ["exp-1000", 1000],
    ["exp-1", 1],
    ["expansion-014", null],
    ["dis-exp-014", null],
    ["exp-014-date", null],
    ["exp-", null],
    ["exp", null],
  ])("%s has %s", (id, number) => {
    expect(idNumber(id, { prefix: "exp" })).toBe(number);
  });

  it("does not count if it is of another table", () => {
    expect(highestNumber(["dis-007", "dis-exp-014-date", "evt-099", "dis-012"], { prefix: "dis" })).toBe(12);
    expect(highestNumber([], { prefix: "dis" })).toBe(0);
  });
});

const nextOf = (...ids: readonly string[]) => nextFreeId(ids, idFormOf(ids, "exp"));

describe("the ids of a table", () => {
  it("go on after the highest number, with the zeros that most of them have", () => {
    expect(nextOf("exp-001", "exp-007", "exp-3")).toBe("exp-008");
    expect(nextOf("exp-1", "exp-12")).toBe("exp-13");
    expect(nextOf("exp-001", "exp-999")).toBe("exp-1000");
    expect(nextOf()).toBe("exp-001");
    expect(nextOf("evt-009", "exp-x", "expo-8")).toBe("exp-001");
  });

  it("are in their form only with the letters and digits of the table", () => {
    const form = idFormOf(["exp-001", "exp-1", "exp-002"], "exp");
    expect(
      ["exp-003", "exp-1234", "exp-1", "exp-0004", "evt-003", "exp-3b"].filter((id) => isInForm(id, form)),
    ).toEqual(["exp-003", "exp-1234"]);
  });
});
