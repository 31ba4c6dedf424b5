import { describe, expect, it } from "vitest";
import { parseAmount } from "#pipeline/core/amount.ts";
import { readPartialDate } from "#pipeline/core/partial-date.ts";
import { applyRule, type StatedCell } from "#pipeline/resolve/rules.ts";
import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** Applies a rule to cells in order of preference: a text, or a text and its family. A text that begins with ~ does not count. */
const apply = (rule: ResolutionRule, ...given: readonly (string | readonly [string, string])[]) =>
  applyRule(
    rule,
    given.map((entry, at): StatedCell => {
      const [marked, family] = typeof entry === "string" ? [entry, `family-${at}`] : entry;
      const text = marked.replace(/^~/, "");
      return { text, value: readText(rule, text), family, counts: !marked.startsWith("~") };
    }),
    (a, b) => a.startsWith(b) || b.startsWith(a),
  );

function readText(rule: ResolutionRule, text: string): StatedCell["value"] {
  if (rule === "most_precise") return readPartialDate(text);
  return rule === "range" ? parseAmount(text) : text;
}

describe("most_precise", () => {
  it("takes the narrowest date where all share a day", () => {
    expect(apply("most_precise", "2017", "2017-03", "2017-03-02")).toEqual({
      value: readPartialDate("2017-03-02"),
      fits: ["compatible", "compatible", "accepted"],
      differs: true,
      conflicts: false,
    });
  });

  it("takes the most preferred date where they share none", () => {
    expect(apply("most_precise", "2020", "2017-03-02")).toMatchObject({
      value: readPartialDate("2020"),
      fits: ["accepted", "against"],
      conflicts: true,
    });
  });

  it("calls a date compatible if it has a day in common with the accepted one", () => {
    const ruling = apply("most_precise", "2017-01/2017-06", "2017-06");
    expect(ruling).toMatchObject({ value: readPartialDate("2017-06"), fits: ["compatible", "accepted"] });
    expect(apply("most_precise", "2017-02/2017-06", "2017-37")).toMatchObject({
      value: readPartialDate("2017-37"),
      fits: ["compatible", "accepted"],
      conflicts: false,
    });
  });

  it("takes the first of two dates that allow as many days", () => {
    expect(apply("most_precise", "2017-02/2017-03", "2017-02-28/2017-04-27", "2017")).toMatchObject({
      value: readPartialDate("2017-02/2017-03"),
      fits: ["accepted", "compatible", "compatible"],
      conflicts: false,
    });
  });

  it("lets a retelling decide nothing, and shows that it differs", () => {
    expect(apply("most_precise", "2017", "~2018-05-01")).toMatchObject({
      value: readPartialDate("2017"),
      fits: ["accepted", "against"],
      conflicts: true,
    });
  });
});

describe("range", () => {
  const value = (low: number | null, best: number | null, high: number | null) => ({ low, best, high });

  it("spans what the sources that count allow, and prefers the first single number", () => {
    expect(apply("range", "2000", "1000..2000")).toEqual({
      value: value(1000, 2000, 2000),
      fits: ["accepted", "accepted"],
      differs: true,
      conflicts: false,
    });
  });

  it("leaves an end empty that a source leaves open", () => {
    expect(apply("range", ">1300")).toMatchObject({ value: value(1300, null, null), conflicts: false });
    expect(apply("range", "<50")).toMatchObject({ value: value(null, null, 50) });
  });

  it("detects that less and more than fifty cannot both be right", () => {
    expect(apply("range", "<50", "~>50")).toMatchObject({
      value: value(null, null, 50),
      fits: ["accepted", "against"],
      conflicts: true,
    });
    expect(apply("range", "<=50", ">=50")).toMatchObject({ conflicts: false });
  });

  it("keeps a middle number as compatible only where it allows the best one", () => {
    expect(apply("range", "20", "10", "30", "15")).toMatchObject({
      value: value(10, 20, 30),
      fits: ["accepted", "accepted", "accepted", "against"],
      conflicts: true,
    });
  });
});

describe("the number that a range prefers", () => {
  it.each([
    [">50", "against"],
    [">=50", "compatible"],
    ["<50", "against"],
    ["<=50", "compatible"],
    [">49", "compatible"],
    ["<51", "compatible"],
    [">51", "against"],
    ["<49", "against"],
    ["40..60", "compatible"],
    ["40..49", "against"],
    ["51..60", "against"],
    ["50", "accepted"],
  ])("is allowed by %s, or not", (text, fit) => {
    expect(apply("range", "50", `~${text}`).fits[1]).toBe(fit);
  });

  it("is missing if no claim gives one: then a claim must share a number with all that count", () => {
    expect(apply("range", "10..30", "20..40", "~25..35")).toMatchObject({
      value: { low: 10, best: null, high: 40 },
      fits: ["accepted", "accepted", "compatible"],
    });
    expect(apply("range", "10..30", "20..40", "~31..35").fits[2]).toBe("against");
    expect(apply("range", "10..30", "20..40", "~30..35").fits[2]).toBe("compatible");
    expect(apply("range", "10..30", "20..40", "~>30").fits[2]).toBe("against");
  });
});

describe("majority", () => {
  it("sees no difference between claims that say the same", () => {
    expect(apply("majority", "x", "x")).toEqual({
      value: "x",
      fits: ["accepted", "accepted"],
      differs: false,
      conflicts: false,
    });
  });

  it("prefers the value that more families state, wherever it comes", () => {
    expect(apply("majority", "x", "y", "y")).toMatchObject({ value: "y", fits: ["against", "accepted", "accepted"] });
  });

  it("counts families, not sources", () => {
    const ruling = apply("majority", ["x", "one"], ["y", "two"], ["y", "two"], ["x", "three"]);
    expect(ruling).toMatchObject({ value: "x", fits: ["accepted", "against", "against", "accepted"], conflicts: true });
  });

  it("gives a tie to the more preferred", () => {
    expect(apply("majority", "x", "y")).toMatchObject({ value: "x", conflicts: true });
  });
});

describe("union and preferred", () => {
  it("takes the same items in another order for the same list", () => {
    expect(apply("union", "road; bridge", "bridge; road")).toMatchObject({
      value: "bridge; road",
      fits: ["accepted", "accepted"],
      differs: false,
    });
  });

  it("collect every item that counts, in code-unit order", () => {
    expect(apply("union", "road; bridge", "bridge; market", "~school")).toEqual({
      value: "bridge; market; road",
      fits: ["accepted", "accepted", "compatible"],
      differs: true,
      conflicts: false,
    });
  });

  it("take the first text that counts, and do not compare texts", () => {
    expect(apply("preferred", "~a retelling", "one text", "another")).toEqual({
      value: "one text",
      fits: ["compatible", "accepted", "compatible"],
      differs: false,
      conflicts: false,
    });
  });
});
