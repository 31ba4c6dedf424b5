import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatRefusal, refusalCodes } from "#pipeline/intake/format-refusal.ts";
import { formatRemarks } from "#pipeline/intake/format-remarks.ts";
import { toolVersions } from "#pipeline/intake/tool-versions.ts";

describe("formatRefusal", () => {
  it("says of each refusal what to do, in sentences", () => {
    for (const code of refusalCodes)
      for (const detail of [null, "a detail"]) {
        const words = formatRefusal({ code, detail });
        expect(words).toMatch(/^[A-Zs].*(?:\.|--again|--as .*)$/u);
        expect(words).not.toMatch(/null|undefined|\(\)/u);
      }
  });

  it("tells kinds of pages without an article apart", () => {
    const words = ["paywall", "cookie-wall", "script", "navigation"].map((detail) =>
      formatRefusal({ code: "html-no-article", detail }),
    );
    expect(new Set(words).size).toBe(4);
  });

  it("tells documents without text apart", () => {
    const words = ["tables", "pictures", null].map((detail) => formatRefusal({ code: "empty-file", detail }));
    expect(new Set(words).size).toBe(3);
  });

  it("throws for a code that has no words", () => {
    expect(() => formatRefusal({ code: "no-such-code", detail: null })).toThrow("no-such-code");
  });
});

describe("formatRemarks", () => {
  it("makes one line of remarks of one code, with their pages", () => {
    expect(
      formatRemarks([
        { code: "hyphen-unsure", page: 2, detail: "non-state" },
        { code: "comments", page: null, detail: "3" },
        { code: "hyphen-unsure", page: 4, detail: "re-enter" },
      ]),
    ).toEqual([
      "2 hyphens at the end of a line that may belong to the word or not: non-state, re-enter. Compare these words with the page. (pages 2, 4)",
      "Comments left out: 3.",
    ]);
  });

  it("shows a code that it does not know with its details", () => {
    expect(formatRemarks([{ code: "odd", page: null, detail: "a thing" }])).toEqual(["odd: a thing"]);
  });
});

describe("toolVersions", () => {
  it("names the versions that are installed", () => {
    const Package = z.object({ dependencies: z.record(z.string(), z.string()) });
    const file = readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8");
    expect(Package.parse(JSON.parse(file)).dependencies).toMatchObject(toolVersions);
  });
});
