import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWarning } from "#pipeline/core/issue.ts";
import { guards, guardsTable } from "#schemas/guards.ts";

const README = join(import.meta.dirname, "../../raw/README.md");
const BETWEEN_MARKS = /(?<=<!-- guards:[^\n]*-->\n).*?(?=<!-- \/guards -->)/su;

describe("the guards", () => {
  it("are listed in raw/README.md as they are declared; UPDATE_GUARDS=1 refreshes the list", () => {
    const text = readFileSync(README, "utf8");
    const listed = text.replace(BETWEEN_MARKS, () => `${guardsTable()}\n`);
    if (process.env.UPDATE_GUARDS !== undefined) writeFileSync(README, listed);
    expect(readFileSync(README, "utf8")).toBe(listed);
    expect(listed).toContain("resolve/outside-outline");
  });

  it("have the severity that their issues have", () => {
    const codes = Object.keys(guards).filter((code): code is keyof typeof guards => code in guards);
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes)
      expect([code, guards[code].severity]).toEqual([code, isWarning({ code }) ? "warning" : "error"]);
  });
});
