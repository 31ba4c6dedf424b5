import { describe, expect, it } from "vitest";
import { idFormOf, isInForm, nextFreeId } from "#pipeline/core/next-free-id.ts";

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
