import { describe, expect, it } from "vitest";
import { sourceRow } from "#pipeline/intake/source-row.ts";
import { appendRow, recordsIn, rowFor } from "#pipeline/intake/sources-file.ts";
import type { Finding, PageRange, TakenIn } from "#pipeline/intake/taken-in.ts";

const found = (field: Finding["field"], value: string, means: Finding["means"] = "meta", where = "here"): Finding => ({
  field,
  value,
  where,
  means,
});

function rowOf(
  metadata: readonly Finding[],
  lines: readonly string[] = ["A text."],
  pages: readonly PageRange[] | null = null,
) {
  const blocks = lines.map((text) => ({ kind: "paragraph" as const, text, page: null, column: null, rule: "line" }));
  const rest = { notes: [], tables: [], dropped: [], hyphens: [], nPages: null, tools: {}, remarks: [] };
  const taken: TakenIn = { ...rest, blocks, metadata };
  const original = { sha256: "1".repeat(64), bytes: 1, mediaType: "text/html", fileName: "a.html" };
  const about = { textSha256: "2".repeat(64), accessed: "2026-11-01", fetched: null, pages };
  return sourceRow({ sourceId: "house-2023", taken, original, ...about });
}

describe("sourceRow", () => {
  it("takes the first finding of each field, and all authors of one place", () => {
    const { values } = rowOf([
      found("title", "First"),
      found("title", "Second", "element"),
      found("authors", "A. Example", "json-ld", "Article.author"),
      found("authors", "B. Model", "json-ld", "Article.author"),
      found("authors", "The House", "meta"),
      found("date_published", "2023-11-13"),
    ]);
    expect(values).toMatchObject({
      status: "draft",
      title: "First",
      authors: "A. Example; B. Model",
      date_published: "2023-11-13",
      date_published_basis: "found",
      date_accessed: "2026-11-01",
    });
  });

  it("leaves empty what a person judges, and names every empty cell that a person fills", () => {
    const { values, toFillIn } = rowOf([]);
    expect(values).toMatchObject({ source_type: null, reliability: null, derived_from: null, title: null });
    const named = (isRequired: boolean) =>
      toFillIn.flatMap((column) => (column.isRequired === isRequired ? [column.name] : []));
    expect(named(true)).toEqual([
      "title",
      "date_published_basis",
      "language",
      "source_type",
      "reliability",
      "reliability_reason",
    ]);
    expect(named(false)).toEqual([
      "authors",
      "publisher",
      "date_published",
      "url",
      "url_copy",
      "original_language",
      "licence",
      "derived_from",
    ]);
  });

  it("takes nobody who saved a file for its author, and its title only if the text has it", () => {
    const metadata = [found("title", "A template", "docx-properties"), found("authors", "Office", "docx-properties")];
    expect(rowOf(metadata).values).toMatchObject({ title: null, authors: null });
    expect(rowOf(metadata, ["a template", "A text."]).values).toMatchObject({ title: "A template" });
  });

  it("says which pages were taken in, if not all", () => {
    const pages = [
      { first: 1, last: 1 },
      { first: 3, last: 18 },
    ];
    expect(rowOf([], ["A text."], pages).values.text_made_by).toBe(
      "Taken in from text/html, pages 1,3-18, by documents add.",
    );
    expect(rowOf([]).values.text_made_by).toBe("Taken in from text/html by documents add.");
  });

  it("leaves out a value that its column does not allow, and names it", () => {
    const { values, refused } = rowOf([found("title", "=1+1")]);
    expect(values.title).toBeNull();
    expect(refused).toEqual([{ column: "title", value: "=1+1" }]);
  });
});

describe("metadata that are not in the row", () => {
  const whyNot = (metadata: readonly Finding[]) =>
    rowOf(metadata).unused.map(({ field, value, why }) => `${field} ${value}: ${why}`);

  it("are named with the reason, each once", () => {
    expect(
      whyNot([
        found("title", "First"),
        found("title", "FIRST", "element"),
        found("title", "Second", "element"),
        found("title", "Second", "json-ld"),
        found("authors", "A. Example", "pdf-info", "Author"),
      ]),
    ).toEqual(["title Second: not-first", "authors A. Example: of-file"]);
  });

  it("have no day of publication after that of access", () => {
    const metadata = [found("date_published", "2026-11-02"), found("date_published", "2026-11-01", "element")];
    expect(rowOf(metadata).values.date_published).toBe("2026-11-01");
    expect(whyNot(metadata)).toEqual(["date_published 2026-11-02: after-access"]);
    expect(rowOf(metadata.slice(0, 1)).values).toMatchObject({ date_published: null, date_published_basis: null });
  });

  it("are none if the row has them, as an item of a list or with a mistake", () => {
    expect(whyNot([found("authors", "A. Example"), found("authors", "B. Model"), found("title", "=1+1")])).toEqual([]);
  });
});

describe("a row in sources.csv", () => {
  const row = { source_id: "b", title: 'A "title", with a comma', added: null };

  it("has the columns of the file in its order, and is read back", () => {
    const text = "\uFEFFtitle,other,source_id\r\nX,,a";
    const line = rowFor(text, row);
    expect(line).toBe('"A ""title"", with a comma",,b');
    const appended = appendRow(text, line);
    expect(appended).toBe(`${text}\r\n${line}\r\n`);
    expect(recordsIn(appended).map((record) => [record.get("source_id"), record.get("title")])).toEqual([
      ["a", "X"],
      ["b", 'A "title", with a comma'],
    ]);
  });

  it("comes after the last line, however the file ends", () => {
    expect(appendRow("h\na\n", "b")).toBe("h\na\nb\n");
    expect(appendRow("h\na", "b")).toBe("h\na\nb\n");
  });
});
