import { describe, expect, it } from "vitest";
import { findMisread } from "#pipeline/core/misread.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { Source } from "#schemas/coded/sources.ts";
import { columnsOf } from "#schemas/column.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";

describe("letters of DOS that were read as windows-1252", () => {
  it.each([
    ["M‚nara", "Ménara"],
    ["cr‚‚e", "créée"],
    ["fran‡ais", "français"],
    ["premiŠre", "première"],
  ])("are found inside a word: %s", (word, meant) => {
    expect(findMisread(`A word: ${word}.`)?.meant?.replace(/\.$/u, "")).toBe(meant);
  });

  it.each([
    "‚so‘ and „so“",
    "3‰ of Šumava",
    "a note† and another‡",
    "a ‹quote›",
    "ŠKODA and LeŠ",
    "a name of Ewe: Aƒegame",
  ])("are not seen in marks and names: %s", (text) => {
    expect(findMisread(text)).toBeNull();
  });
});

describe("misread letters in sources.csv", () => {
  const words = columnsOf(Source).filter(({ kind }) => ["label", "list", "text"].includes(kind));

  it.each(words.map(({ name }) => name))("are reported in %s", (column) => {
    for (const value of ["MÃ©nara", "M‚nara"]) {
      const { issues } = resolveRaw(aRawInput({ sources: [aSource("source-a", { [column]: value })] }));
      expect(issues.some(({ code, at }) => code === "stage/bad-character" && at.column === column)).toBe(true);
    }
  });
});
