import { describe, expect, it } from "vitest";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { byColumns } from "#pipeline/core/order.ts";
import { type Cells, type Row, splitList } from "#pipeline/core/row.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { seriesAttributes } from "#schemas/codelists/attributes.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import {
  isStatedTable,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";
import { theRealData } from "#tests/builders/real-data.ts";

// These tests hold for any coding: none of them names a document, a record, a sentence or a number of today's data.

const { staged, resolution, issues, published } = await theRealData();
const statedTables = publishedTableNames.filter(isStatedTable);
const coded = (name: CodedTableName): readonly Cells[] => staged.tables[name].rows.map(({ values }) => values);

describe("the coded data", () => {
  it("have no issue, warnings included", () => {
    expect(issues.map(formatIssue)).toEqual([]);
  });

  it("leave no sentence of a document unread", () => {
    expect(resolution.coverage.map(({ sourceId }) => sourceId).sort()).toEqual(
      coded("sources")
        .map(({ source_id }) => source_id)
        .sort(),
    );
    for (const { sentences, cited, passedOver, unread } of resolution.coverage) {
      expect(unread).toEqual([]);
      expect(cited + passedOver.length).toBe(sentences);
    }
  });

  it("put every sentence of a document in one place: evidence, passed_over, or the unread ones", () => {
    const sentencesIn = (table: "evidence" | "passed_over", source: unknown) =>
      published[table].filter(({ source_id }) => source_id === source).map(({ locator }) => locator);
    for (const source of published.source_provenance) {
      const [cited, passedOver] = [
        new Set(sentencesIn("evidence", source.source_id)),
        sentencesIn("passed_over", source.source_id),
      ];
      expect(passedOver.filter((locator) => cited.has(locator))).toEqual([]);
      expect({
        n_sentences_cited: cited.size,
        n_sentences_passed_over: passedOver.length,
        n_sentences: cited.size + passedOver.length + Number(source.n_sentences_unread),
      }).toMatchObject({
        n_sentences_cited: source.n_sentences_cited,
        n_sentences_passed_over: source.n_sentences_passed_over,
        n_sentences: source.n_sentences,
      });
    }
  });

  it("have no two records of a table that say the same", () => {
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
      const seen = new Map<string, Row>();
      const twins = rows.flatMap((row) => {
        const key = [...columns.map((column) => row[column]), row.statement_type, ownTimeOf(row)].join(" | ");
        const first = seen.get(key) ?? row;
        seen.set(key, first);
        return first === row || isSplitFrom(row, first) ? [] : [`${first.record_id} and ${row.record_id}: ${key}`];
      });
      expect(twins, name).toEqual([]);
    }
  });

  it("use every code of every list that coders choose from", () => {
    const used = new Map<string, Set<string>>();
    // What event data say beside a record does not come from a document: there may be none, or none of a kind.
    for (const name of codedTableNames.filter((one) => one !== "event_links" && one !== "event_counts")) {
      for (const { name: column, codelist } of columnsOf(codedTable(name).row)) {
        // Most of the time, no source is a draft, and what is published has none. There may be no second coding either.
        if (codelist === undefined || ["source_status", "coder_type"].includes(codelist)) continue;
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

  it.each(publishedTableNames)("are published in %s as its schema says, every cell", (name) => {
    const { row } = publishedTable(name);
    const misfits = published[name].flatMap((one) => row.safeParse(one).error?.issues ?? []);
    expect(misfits).toEqual([]);
  });
});

/** A coder who split a record decided that its parts say different things. */
const isSplitFrom = (row: Row, first: Row) =>
  row.split_from !== null && [first.record_id, first.split_from].includes(row.split_from ?? null);

/** A value that changes over time is told apart by its source if it has no time of its own. */
const ownTimeOf = ({ attribute, date, lead_source_id }: Row) =>
  seriesAttributes.includes(String(attribute)) && date === null ? lead_source_id : null;

/** The claims of each record, by table and record. */
const claimsOf = new Map<string, Row[]>();
for (const claim of published.claims) {
  const key = `${claim.table}/${claim.record_id}`;
  claimsOf.set(key, [...(claimsOf.get(key) ?? []), claim]);
}

describe.each(statedTables)("every row of %s", (table) => {
  const rows = published[table].map((row) => {
    const claims = claimsOf.get(`${table}/${row.record_id}`) ?? [];
    const isLead = ({ source_id, evidence }: Row) => source_id === row.lead_source_id && evidence === row.lead_evidence;
    return { row, claims, own: claims.filter(isLead) };
  });

  it("names who says it if, and only if, it is attributed", () => {
    for (const { row } of rows)
      expect([row.record_id, row.attributed_to !== null]).toEqual([row.record_id, row.certainty === "attributed"]);
  });

  it("has its manner and its words from the statement that leads it", () => {
    for (const { row, own } of rows) {
      for (const column of ["statement_type", "certainty", "attributed_to", "description"]) {
        if (!(column in row)) continue;
        const said = own.find((claim) => claim.column === column)?.value ?? null;
        expect([row.record_id, column, row[column]]).toEqual([row.record_id, column, said]);
      }
    }
  });

  it("has every column that it does not name as another's from the statement that leads it", () => {
    for (const { row, claims, own } of rows) {
      const others = splitList(row.columns_from_others);
      const filled = new Set(claims.filter(({ status }) => status === "accepted").map(({ column }) => column));
      for (const column of filled) {
        if (others.includes(String(column))) continue;
        const ownClaim = own.find((claim) => claim.column === column);
        expect([row.record_id, column, ownClaim?.status]).toEqual([row.record_id, column, "accepted"]);
      }
    }
  });

  it("publishes nothing weaker than the statement that leads it, unless a coder decided so", () => {
    const types = ["reported", "assessed", "forecast"];
    const certainties = ["stated", "hedged", "attributed"];
    for (const { row, claims } of rows) {
      const typeOf = ({ source_id, evidence }: Row) =>
        claims.find(
          (claim) => claim.column === "statement_type" && claim.source_id === source_id && claim.evidence === evidence,
        )?.value;
      for (const claim of claims) {
        if (claim.status !== "accepted" || claim.rule === "decision" || claim.column === "cited_work_ids") continue;
        // A claim that says the same as what is published is accepted, whoever makes it.
        if (!splitList(row.columns_from_others).includes(String(claim.column))) continue;
        if (claim.value !== String(row[String(claim.column)])) continue;
        const isEqualSaid = claims.some(
          (other) =>
            other.column === claim.column &&
            other.value === claim.value &&
            types.indexOf(String(typeOf(other))) <= types.indexOf(String(row.statement_type)) &&
            certainties.indexOf(String(other.certainty)) <= certainties.indexOf(String(row.certainty)),
        );
        expect([row.record_id, claim.column, isEqualSaid]).toEqual([row.record_id, claim.column, true]);
      }
    }
  });

  it("is a side of the disagreements that it names, and of no other", () => {
    const sides = new Map<string, Set<string>>();
    for (const side of published.disagreement_sides) {
      if (side.table !== table) continue;
      const own = sides.get(String(side.record_id)) ?? new Set();
      sides.set(String(side.record_id), own.add(String(side.disagreement_id)));
    }
    for (const { row } of rows)
      expect([row.record_id, splitList(row.disagreement_ids)]).toEqual([
        row.record_id,
        [...(sides.get(String(row.record_id)) ?? [])].sort(),
      ]);
  });

  it("names a disagreement for each column in conflict", () => {
    for (const { row } of rows) {
      for (const column of splitList(row.conflicting_columns)) {
        const ids = splitList(row.disagreement_ids);
        const isNamed = published.disagreement_sides.some(
          (side) =>
            ids.includes(String(side.disagreement_id)) && side.record_id === row.record_id && side.column === column,
        );
        expect([row.record_id, column, isNamed]).toEqual([row.record_id, column, true]);
      }
    }
  });
});

describe("the derived tables", () => {
  it("sum up each actor's steps in each country", () => {
    for (const row of published.expansion_by_country) {
      const steps = published.expansion_timeline.filter(
        ({ actor_id, country }) => actor_id === row.actor_id && country === row.country,
      );
      const dated = steps.filter(({ date }) => date !== null).toSorted(byColumns(["date_earliest", "date_latest"]));
      const [first] = dated;
      const earliest = dated.filter(
        ({ date_earliest, date_latest }) =>
          date_earliest === first?.date_earliest && date_latest === first?.date_latest,
      );
      const idsOf = (some: readonly Row[]) =>
        some
          .map(({ record_id }) => record_id)
          .sort()
          .join("; ") || null;
      expect(row).toMatchObject({
        n_steps: steps.length,
        n_dated_steps: dated.length,
        n_undated_steps: steps.length - dated.length,
        earliest_dated_step_ids: idsOf(earliest),
        undated_step_ids: idsOf(steps.filter(({ date }) => date === null)),
        date_earliest: first?.date_earliest ?? null,
        date_latest: first?.date_latest ?? null,
      });
    }
  });

  it("leave out no step in a country", () => {
    const counted = published.expansion_by_country.reduce((sum, { n_steps }) => sum + Number(n_steps), 0);
    expect(counted).toBe(published.expansion_timeline.filter(({ country }) => country !== null).length);
  });

  it("give steps of one actor the same place in its sequence if, and only if, their dates allow the same days", () => {
    const interval = ({ date_earliest, date_latest }: Row) => `${date_earliest}/${date_latest}`;
    for (const step of published.expansion_timeline) {
      expect(step.sequence === null).toBe(step.date === null);
      for (const other of published.expansion_timeline) {
        if (other.actor_id !== step.actor_id || step.date === null || other.date === null) continue;
        expect(other.sequence === step.sequence).toBe(interval(other) === interval(step));
      }
    }
  });

  it("count the sides and sources of each disagreement", () => {
    for (const row of published.disagreements) {
      const sides = published.disagreement_sides.filter(
        ({ disagreement_id }) => disagreement_id === row.disagreement_id,
      );
      expect(row.n_sides).toBe(new Set(sides.map(({ side }) => side)).size);
      expect(Number(row.n_sides)).toBeGreaterThan(1);
      expect(row.n_sources).toBe(new Set(sides.map(({ source_id }) => source_id)).size);
    }
  });
});
