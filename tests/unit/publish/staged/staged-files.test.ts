import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Issue } from "#pipeline/core/issue.ts";
import type { Entry } from "#pipeline/core/resolution.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";
import { aPublishedRow, someClaim } from "#tests/builders/release.ts";
import { aResolution } from "#tests/builders/resolution.ts";

const unknownColumn = (column: string, file = "raw/coded/events.csv"): Issue => ({
  code: "extract/unknown-column",
  at: { file, line: 1, column },
  nearest: null,
});

const textOf = (issues: readonly Issue[]) => [...issuesFile(issues).parts].join("");

function readIssues(...issues: readonly Issue[]): Record<string, string>[] {
  return parse(textOf(issues), { columns: true });
}

describe("issues.csv", () => {
  it.each(['=HYPERLINK("https://example.org")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])(
    "has no formula in the name of a column or file: %j",
    (name) => {
      const [row = {}] = readIssues(unknownColumn(name, name));
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      expect(row.column).toContain(name);
    },
  );

  it.each(Object.values(controls))("shows what would act on a terminal: %j", (name) => {
    const text = textOf([unknownColumn(name, `raw/coded/${name}.csv`)]);
    expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
    expect(text).toContain("\\u{");
  });

  it("leaves other texts as they are", () => {
    expect(readIssues(unknownColumn("fatalities (all)"))).toMatchObject([{ column: "fatalities (all)", line: "1" }]);
  });
});

/** The files for one record in conflict, whose statements say this text. */
function filesWith(text: string): Map<string, string> {
  const cells = { column: "description", rule: "preferred" } as const;
  const resolution = aResolution(
    new Map([
      ["events", [aPublishedRow("events", { record_id: "evt-1", description: text, agreement: "conflicting" })]],
      [
        "claims",
        ["a", "b"].map((source_id) =>
          someClaim("evt-1", { ...cells, table: "events", source_id, value: text, status: "accepted" }),
        ),
      ],
    ]),
  );
  const texts = new Map<string, string>();
  const files = recordFiles((path) => ({
    write: (part) => void texts.set(path, (texts.get(path) ?? "") + part),
    close: () => undefined,
  }));
  for (const entry of resolution.entries()) files.add(inConflict(entry));
  files.close();
  return texts;
}

const inConflict = (entry: Entry): Entry =>
  entry.columns === undefined
    ? entry
    : { ...entry, columns: entry.columns.map((column) => ({ ...column, agreement: "conflicting" })) };

describe.each(Object.entries(payloads))("a record with a text that would act: %s", (_, text) => {
  const files = filesWith(text);

  it("is one line of records.ndjson", () => {
    const records = files.get("records.ndjson") ?? "";
    expect(records.split(/\r\n|[\n\r\u2028\u2029\u0085]/u)).toHaveLength(2);
    expect(JSON.parse(records)).toMatchObject({ table: "events", description: text });
  });

  it("has its values as texts in conflicts.md", () => {
    const { headings, inline, cells, blocks } = readMarkdown(files.get("conflicts.md") ?? "");
    expect(headings).toEqual(["Conflicts", "events evt-1"]);
    expect([...new Set(inline)]).toEqual(["strong_open", "strong_close"]);
    expect(cells).toContain(text.replace(/\s+/gu, " "));
    expect(blocks.filter((block) => block === "td_open")).toHaveLength(12);
  });
});
