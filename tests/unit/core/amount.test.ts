import { describe, expect, it } from "vitest";
import { parseAmount, withoutThousands } from "#pipeline/core/amount.ts";

const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;

describe("parseAmount", () => {
  it.each([
    ["1300", 1300, 1300, 1300],
    ["4.83", 4.83, 4.83, 4.83],
    ["0", 0, 0, 0],
    ["1000..2000", 1000, 2000, null],
    [">1300", 1300, POSITIVE_INFINITY, null],
    [">=5", 5, POSITIVE_INFINITY, null],
    ["<50", NEGATIVE_INFINITY, 50, null],
    ["<=90", NEGATIVE_INFINITY, 90, null],
  ])("reads %s", (text, low, high, point) => {
    expect(parseAmount(text)).toEqual({ text, low, high, point });
  });

  it.each(["1,300", "1e3", "1 300", "", "about 5", "5.", ".5", "-5", "+5", "5..", "..5", ">5..6", "1'300", "٣"])(
    "refuses %j",
    (text) => {
      expect(parseAmount(text)).toBe("not-an-amount");
    },
  );

  it.each(["1234567890123456", "0.1234567890123456", "1..1234567890123456", `>1${"0".repeat(400)}`])(
    "refuses %s, of which a number would keep only a part",
    (text) => {
      expect(parseAmount(text)).toBe("too-long");
    },
  );

  it("counts no zero in front", () => {
    expect(parseAmount("0.000123456789012345")).toMatchObject({ point: 0.000123456789012345 });
  });

  it("refuses a range that runs backwards", () => {
    expect(parseAmount("2000..1000")).toBe("backwards");
  });
});

describe("withoutThousands", () => {
  it.each([
    ["1,300", "1300"],
    ["1 300", "1300"],
    ["2.000", "2000"],
    [">1.300.000", ">1300000"],
    ["12.500..13.000", "12500..13000"],
    ["1,000..2000", "1000..2000"],
  ])("reads %s as %s", (text, meant) => {
    expect(withoutThousands(text)).toBe(meant);
  });

  it.each(["1300", "2.5", "0.125", "2.0000", "1,300.5", "13,00", "about 1,300", "2,000,00"])(
    "finds no separators in %s",
    (text) => {
      expect(withoutThousands(text)).toBeNull();
    },
  );
});
