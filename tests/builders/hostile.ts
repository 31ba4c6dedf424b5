import { parse } from "csv-parse/sync";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import type { Files } from "#tests/golden/edited-files.ts";
import { BASE, rawFilesOf } from "#tests/golden/raw-files.ts";

/** Texts that would act in some format if its writer did not escape them. `validate` accepts all of them. */
export const payloads = {
  heading: "A reason.\n\n## 7.7.7 (2026-01-01)\n\nA forged release.",
  underlinedHeading: "Text\n===\nand text\n---\nand text",
  listItem: "Text\n- a forged item\n1. another\n> a quotation",
  fence: "Text\n```\nout of the fence\n~~~\nand again",
  codeSpan: "A `code` span, ``two`` ticks, one ` alone",
  html: "<img src=x onerror=alert(1)> <script>alert(1)</script> <b>bold</b>",
  comment: "a <!-- comment that never ends",
  scriptEnd: "a </script><script>alert(1)</script> <!--<script> ]]> end",
  link: "[a link](javascript:alert(1)) ![an image](https://example.org/x.png) [one][two] <https://example.org>",
  bareLink: "https://example.org and http://example.org and www.example.org",
  emphasis: "*one* _two_ **three** ~~four~~ __five__ $six$",
  bar: "a |bar, a \\|bar, a \\\\|bar and a backslash \\",
  entity: "&lpar;b&rpar; &ast; &num; &ampand &lt",
  quotes: `"double" 'single' \\'both\\' \\ "both\\ \\u{41} \\x41 %s %d \${x} #{x} $(x)`,
  yaml: "key: value # comment\n--- !!js/function x\n- item: {a: b}\n... &anchor *alias",
  workflow: "Text\n::error::forged\n  ::add-mask::a ##[error]forged ##vso[task.complete]forged",
  workbook: "_x0041_ _x000D_ HYPERLINK",
  beyondBmp: "an emoji \u{1F600}",
} as const;

/** The same on one line, for labels. */
const labels = Object.values(payloads).map((text) => text.replace(/\s+/gu, " "));
const texts = Object.values(payloads);

/** Columns of words that other rows or the rules of their table depend on. */
const FIXED: ReadonlySet<string> = new Set([
  "table",
  "column",
  "side",
  "record_id",
  "country",
  "iso3",
  "admin1",
  "admin2",
  "admin1_pcode",
  "admin2_pcode",
  "value",
  "unit",
  "date_text",
  "media_type",
  "original_media_type",
  "attributed_to",
  "acronym",
  "coordinate_source",
  "as_printed",
  "corrected",
]);

type Cells = Record<string, string>;

/**
 * `raw/` of the golden base with a payload in every cell of words. Another `round` has other payloads in the same cells,
 * and gives hostile reasons for that: as corrections, as a decision and for an id that is retired.
 */
export function hostileRaw(round: 0 | 1): Files {
  const files = new Map(rawFilesOf(BASE).files);
  let at = round * 5;
  const next = (from: readonly string[]) => from[at++ % from.length] ?? "";
  for (const name of codedTableNames) {
    const columns = columnsOf(codedTable(name).row);
    const wordy = columns.filter(({ kind, name: column }) => WORDY.has(kind) && !FIXED.has(column));
    const rows = rowsOf(files, name);
    for (const row of rows)
      for (const { name: column, kind } of wordy)
        if (row[column] !== "")
          row[column] = kind === "list" ? next(labels).replaceAll(";", ",") : next(kind === "text" ? texts : labels);
    if (round === 1) judge(name, rows);
    put(files, name, rows);
  }
  return files;
}

const WORDY: ReadonlySet<string> = new Set(["text", "label", "list"]);

/** What a coder writes down about a second release: payloads as reasons. */
function judge(name: CodedTableName, rows: Cells[]): void {
  if (name === "errata") rows.splice(0);
  if (name === "passed_over") for (const row of rows) if (row.source_id === "report-b") row.locator = "p2s2-p3s1";
  if (name === "retired")
    rows.push({
      table: "errata",
      record_id: "err-1",
      reason: payloads.heading,
      replaced_by: "",
      date_retired: "2026-11-02",
    });
  if (name === "decisions")
    rows.push({
      table: "expansion_timeline",
      record_id: "exp-1",
      column: "date",
      source_id: "report-b",
      reason: payloads.html,
    });
  if (name === "corrections")
    texts.forEach((reason, number) => {
      const table = CORRECTED[number % CORRECTED.length] ?? "";
      rows.push({ table, record_id: "*", column: "", reason });
    });
}

const CORRECTED = [
  "actors",
  "actor_profile",
  "events",
  "places",
  "source_provenance",
  "disagreements",
  "actor_relations",
];

const pathOf = (name: CodedTableName) => `coded/${name}.csv`;

const rowsOf = (files: Files, name: CodedTableName): Cells[] => parse(files.get(pathOf(name)) ?? "", { columns: true });

const put = (files: Map<string, Buffer>, name: CodedTableName, rows: readonly Cells[]) =>
  files.set(pathOf(name), Buffer.from(writeCsv(Object.keys(codedTable(name).row.shape), rows)));

/** Characters that `stage` refuses in a cell, but names of files and columns, arguments and texts of documents can have. */
export const controls = {
  colour: "\u001b[31mred\u001b[0m",
  hyperlink: "\u001b]8;;https://example.org\u0007a link\u001b]8;;\u0007",
  title: "\u001b]0;a title\u001b\\",
  csi: "\u009b2Jcleared",
  overwritten: "an error\rall is well",
  backspaces: "bad\b\b\bgood",
  delete: "a\u007fb",
  nextLine: "a\u0085b",
  separators: "a\u2028b\u2029c",
  direction: "\u202egnp.exe\u2066\u2069\u200f\u061c",
  tags: "a\u{e0041}\u{e007f}b",
  zeroWidth: "a\u200bb\ufeffc\u2060",
  surrogate: "half \ud800 a pair",
} as const;
