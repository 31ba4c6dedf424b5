import { describe, expect, it } from "vitest";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { type Cells, splitList } from "#pipeline/core/row.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import {
  isStatedTable,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";
import { theRealData } from "#tests/builders/real-data.ts";

const { staged, resolution, issues, published } = await theRealData();
const records = publishedTableNames.filter(isStatedTable).flatMap((name) => published[name]);
const coded = (name: CodedTableName): readonly Cells[] => staged.tables[name].rows.map(({ values }) => values);

/** The tables that each document must have rows in. `economic_warfare` is not required of a document that reports none. */
const yields: Readonly<Record<string, readonly CodedTableName[]>> = {
  "acled-2023": ["profile", "relations", "actor_names", "expansion", "economic_warfare", "events", "cited_works"],
  "merger-profile-2020": ["profile", "relations", "actor_names", "expansion", "economic_warfare", "events"],
  "ict-2024": ["profile", "relations", "actor_names", "economic_warfare", "events", "cited_works", "errata"],
  "ankasam-2025": ["profile", "relations", "actor_names", "economic_warfare", "events", "cited_works"],
  "gateway-pundit-2025": ["profile", "relations", "actor_names", "expansion", "economic_warfare", "events"],
};

describe("the coded data", () => {
  it("have no issue, warnings included", () => {
    expect(issues.map(formatIssue)).toEqual([]);
  });

  it.each(Object.entries(yields))("have rows of %s in every table that it speaks to", (source, tables) => {
    expect(tables.filter((name) => !coded(name).some(({ source_id }) => source_id === source))).toEqual([]);
  });

  it("leave no sentence of a document unread", () => {
    expect(resolution.coverage.length).toBe(5);
    for (const { sentences, cited, passedOver, unread } of resolution.coverage) {
      expect(unread).toEqual([]);
      expect(cited + passedOver).toBe(sentences);
      expect(cited).toBeGreaterThan(sentences / 2);
    }
  });

  it("have no two records of a table that agree in actor, kind, place and date", () => {
    const sameness: Readonly<Partial<Record<PublishedTableName, readonly string[]>>> = {
      actor_profile: ["actor_id", "attribute", "value", "related_actor_id", "place_id", "date"],
      actor_relations: ["actor_id", "relation", "related_actor_id", "place_id", "date"],
      actor_names: ["actor_id", "name"],
      expansion_timeline: ["actor_id", "step_type", "place_id", "date"],
      economic_warfare_incidents: ["actor_id", "tactic", "place_id", "date"],
      economic_warfare_patterns: ["actor_id", "tactic", "targets", "place_id", "date"],
      events: ["actor1_id", "actor2_id", "event_type", "place_id", "date"],
    };
    for (const [name, columns] of Object.entries(sameness)) {
      const rows = publishedTableNames.flatMap((table) => (table === name ? published[table] : []));
      const seen = new Map<string, unknown>();
      const twins = rows.flatMap((row) => {
        const key = columns.map((column) => row[column]).join(" | ");
        const first = seen.get(key);
        if (first === undefined) seen.set(key, row.record_id);
        return first === undefined ? [] : [`${first} and ${row.record_id}: ${key}`];
      });
      expect(twins, name).toEqual([]);
    }
  });

  it("use every code of every list that coders choose from", () => {
    const used = new Map<string, Set<string>>();
    for (const name of codedTableNames) {
      for (const { name: column, codelist } of columnsOf(codedTable(name).row)) {
        if (codelist === undefined) continue;
        const codes = used.get(codelist) ?? new Set();
        for (const row of coded(name)) for (const code of splitList(row[column])) codes.add(code);
        used.set(codelist, codes);
      }
    }
    const unused = codelists.flatMap(({ name, codes }) =>
      used.has(name) ? codes.flatMap(({ code }) => (used.get(name)?.has(code) ? [] : [`${name}: ${code}`])) : [],
    );
    expect(unused).toEqual([]);
  });

  it("give every actor a type, a source, and a name that a source prints", () => {
    const named = new Set(published.actor_names.map(({ actor_id }) => actor_id));
    for (const { actor_id, actor_type, source_ids } of published.actors) {
      expect(actor_type, String(actor_id)).not.toBeNull();
      expect(source_ids, String(actor_id)).not.toBeNull();
      expect(named.has(actor_id ?? null), String(actor_id)).toBe(true);
    }
  });

  it("count a profile and its retelling as one independent source", () => {
    const both = records.filter(({ source_ids }) => source_ids === "acled-2023; gateway-pundit-2025");
    expect(both.length).toBeGreaterThan(20);
    expect(new Set(both.map(({ n_independent_sources }) => n_independent_sources))).toEqual(new Set([1]));
  });

  it.each(publishedTableNames)("are published in %s as its schema says, every cell", (name) => {
    const { row } = publishedTable(name);
    const misfits = published[name].flatMap((one) => row.safeParse(one).error?.issues ?? []);
    expect(misfits).toEqual([]);
  });

  it("show each kind of agreement", () => {
    expect(new Set(records.map(({ agreement }) => agreement))).toEqual(
      new Set(["single", "corroborated", "compatible", "conflicting"]),
    );
  });
});
