import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatRefusal, refusalCodes } from "#pipeline/intake/format-refusal.ts";
import { formatRemarks } from "#pipeline/intake/format-remarks.ts";
import { formatFillIn, formatNotInRow } from "#pipeline/intake/format-row.ts";
import { toolVersions } from "#pipeline/intake/tool-versions.ts";
import { Source } from "#schemas/coded/sources.ts";
import { columnsOf } from "#schemas/column.ts";

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

  it("puts a detail in brackets without its full stop", () => {
    expect(formatRefusal({ code: "pdf-damaged", detail: "Invalid structure." })).toBe(
      "The PDF cannot be read (Invalid structure). Get the file again.",
    );
  });

  it("tells what to do with a file that is no document", () => {
    const words = ["word-document", "workbook", "gzip", "xml", "web-archive", null].map((detail) =>
      formatRefusal({ code: "unknown-kind", detail }),
    );
    expect(new Set(words).size).toBe(6);
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
        { code: "rotated-text", page: 2, detail: "3 pieces" },
        { code: "comments", page: null, detail: "3" },
        { code: "rotated-text", page: 4, detail: "1 pieces" },
      ]),
    ).toEqual([
      "Text that stands on its side: 3 pieces, 1 pieces. It is not in the text of the document. (pages 2, 4)",
      "Comments left out: 3.",
    ]);
  });

  it("names the words that were joined and those that kept their hyphen, at most ten of each", () => {
    const joined = Array.from({ length: 12 }, (_, at) => ({
      code: "hyphen-mended-unsure",
      page: at + 1,
      detail: `rope${at}`,
    }));
    const [first, second] = formatRemarks([...joined, { code: "hyphen-kept-unsure", page: 4, detail: "re-enter" }]);
    expect(first).toContain("12 words");
    expect(first).toContain("rope8 (page 9), rope9 (page 10) and 2 more.");
    expect(first).not.toContain("rope10");
    expect(second).toContain("1 word ");
    expect(second).toContain(": re-enter (page 4).");
  });

  it("says how many tables are left out, how long they are, and on which pages", () => {
    const table = (page: number, detail: string) => ({ code: "table-left-out", page, detail });
    expect(formatRemarks([table(4, "3"), table(9, "17"), { code: "chart-left-out", page: 2, detail: "1" }])).toEqual([
      "2 tables (3 and 17 lines) left out, pages 4 and 9. Copy by hand what you need.",
      "1 chart (1 line) left out, page 2. Copy by hand what you need.",
    ]);
  });

  it("shows a code that it does not know with its details", () => {
    expect(formatRemarks([{ code: "odd", page: null, detail: "a thing" }])).toEqual(["odd: a thing"]);
  });
});

describe("formatFillIn", () => {
  it("says what is expected in each cell, with the codes and their labels, and which cells may stay empty", () => {
    const named = columnsOf(Source).filter(({ name }) => ["authors", "date_published_basis"].includes(name));
    expect(formatFillIn(named)).toEqual([
      "Fill in these cells of the row:",
      "  date_published_basis: How the date of publication is known. Choose stated (Stated), found (Found), inferred (Inferred).",
      "Fill in these as far as they are known:",
      "  authors: Authors, joined by semicolons; empty if there is no byline.",
    ]);
    expect(formatFillIn([])).toEqual([]);
  });
});

describe("formatNotInRow", () => {
  it("says of each reason in one line what was found and what to do", () => {
    const found = { field: "authors", value: "A. Example", where: "Author", means: "pdf-info" } as const;
    expect(
      formatNotInRow({
        refused: [{ column: "title", value: "=1+1" }],
        unused: [
          { ...found, why: "of-file" },
          { ...found, value: "B. Model", why: "of-file" },
          { ...found, field: "date_published", value: "2026-11-02", why: "after-access" },
          { ...found, why: "not-first" },
        ],
      }),
    ).toEqual([
      'title cannot be "=1+1", and is left empty. Fill it in by hand.',
      'The properties of the file are not put into the row, because they are often those of a template or of whoever saved the file: authors "A. Example" (Author), authors "B. Model" (Author). Copy what the document itself says.',
      'A document cannot be published after the day on which it was got, so that these are not put into the row: date_published "2026-11-02" (Author). Find the day of publication in the document itself.',
      'The document also declares other values than those in the row: authors "A. Example" (Author). Choose the right one.',
    ]);
  });
});

describe("toolVersions", () => {
  it("names the versions that are installed", () => {
    const Package = z.object({ dependencies: z.record(z.string(), z.string()) });
    const file = readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8");
    expect(Package.parse(JSON.parse(file)).dependencies).toMatchObject(toolVersions);
  });
});
