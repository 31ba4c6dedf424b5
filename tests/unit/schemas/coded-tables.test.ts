import { describe, expect, it } from "vitest";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";
import { isPublishedTable } from "#schemas/published-tables.ts";
import { aCodedRow } from "#tests/builders/raw.ts";

const rules = codedTableNames.flatMap((table) =>
  codedTable(table).rules.map((rule) => ({ table, rule, sentence: rule.sentence })),
);

describe("a row rule", () => {
  it.each(rules)("of $table looks at columns that the table has, and points at one: $sentence", ({ table, rule }) => {
    const columns = columnNames(codedTable(table).row);
    expect(columns).toEqual(expect.arrayContaining([...rule.needs]));
    expect(columns).toContain(rule.column);
  });

  it.each(rules)("of $table reads no other cells than it says: $sentence", ({ table, rule }) => {
    for (const row of [aCodedRow(table), Object.fromEntries(rule.needs.map((column) => [column, null]))]) {
      const read = new Set<string>();
      const watched = new Proxy(row, {
        get: (cells, column) => {
          read.add(String(column));
          return Reflect.get(cells, column);
        },
      });
      rule.holds(watched);
      expect([...read].filter((column) => !rule.needs.includes(column))).toEqual([]);
    }
  });

  it("is a sentence of its own in its table", () => {
    const sentences = rules.map(({ table, sentence }) => `${table}: ${sentence}`);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const { sentence } of rules) expect(sentence).toMatch(/\.$/u);
  });
});

describe("a coded table", () => {
  it.each(codedTableNames)("%s has its key among its columns", (name) => {
    const { row, key, holds } = codedTable(name);
    expect(columnNames(row)).toEqual(expect.arrayContaining([...key]));
    expect(key.length === 0).toBe(holds === "statements");
  });

  it.each(codedTableNames)("%s is published in tables that are there, each of which its split can name", (name) => {
    const { row, publishedIn, split } = codedTable(name);
    expect(publishedIn.filter((table) => !isPublishedTable(table))).toEqual([]);
    if (split === null) expect(publishedIn.length).toBeLessThanOrEqual(1);
    else {
      expect(Object.values(split.tables).sort()).toEqual([...publishedIn].sort());
      expect(columnNames(row)).toContain(split.column);
    }
  });
});
