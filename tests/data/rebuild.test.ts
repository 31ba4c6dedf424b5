import { describe, expect, it } from "vitest";
import { parseAmount } from "#pipeline/core/amount.ts";
import { compareLocators } from "#pipeline/core/locator.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { readPartialDate, shareADay, spanInDays } from "#pipeline/core/partial-date.ts";
import { type Row, splitList, type Value } from "#pipeline/core/row.ts";
import { codedAs, contentColumns } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import { isStatedTable, publishedTableNames } from "#schemas/published-tables.ts";
import { theRealData } from "#tests/builders/real-data.ts";

// A reader's own program, which follows the codebook ("How statements become records") and knows published tables only.

const { published } = await theRealData();
const statedTables = publishedTableNames.filter(isStatedTable);

const sources = new Map(published.source_provenance.map((source) => [source.source_id, source]));

/** The sources that a source retells, directly or through others. */
function retoldBy(id: Value): Set<Value> {
  const found = new Set<Value>();
  const open: Value[] = splitList(sources.get(id ?? null)?.derived_from);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...splitList(sources.get(next)?.derived_from));
  }
  return found;
}

/** Sources linked by derived_from, directly or through others, named after the first of them. */
const familyOf = (id: Value): string => {
  const family = new Set([id]);
  for (const member of family)
    for (const other of sources.keys())
      if (retoldBy(member).has(other ?? null) || retoldBy(other ?? null).has(member)) family.add(other ?? null);
  return [...family].map(String).sort()[0] ?? "";
};

interface Statement {
  readonly source: string;
  readonly evidence: string;
  readonly cells: ReadonlyMap<string, Row>;
}

const cellOf = ({ cells }: Statement, column: string) => String(cells.get(column)?.value ?? "");
const TYPES = ["reported", "assessed", "forecast"];
const CERTAINTIES = ["stated", "hedged", "attributed"];
const strengthOf = (statement: Statement): [number, number] => [
  TYPES.indexOf(cellOf(statement, "statement_type")),
  CERTAINTIES.indexOf(cellOf(statement, "certainty")),
];

/** Step 1. */
function inOrder(a: Statement, b: Statement): number {
  const [[type, certainty], [otherType, otherCertainty]] = [strengthOf(a), strengthOf(b)];
  const [one, other] = [sources.get(a.source), sources.get(b.source)];
  return (
    type - otherType ||
    certainty - otherCertainty ||
    byCodeUnit(String(one?.reliability), String(other?.reliability)) ||
    byCodeUnit(String(other?.date_published_earliest ?? ""), String(one?.date_published_earliest ?? "")) ||
    byCodeUnit(a.source, b.source) ||
    claimCount(b) - claimCount(a) ||
    byPlace(a.evidence, b.evidence)
  );
}

const UNCOUNTED = ["description", "statement_type", "certainty", "attributed_to", "cited_work_ids"];
const claimCount = ({ cells }: Statement) => [...cells.keys()].filter((column) => !UNCOUNTED.includes(column)).length;

function byPlace(a: string, b: string): number {
  const locators = (evidence: string) => evidence.split("; ").flatMap((range) => [...range.split("-")]);
  const [ours, theirs] = [locators(a), locators(b)];
  for (const [at, locator] of ours.entries()) {
    const other = theirs[at];
    const order = other === undefined ? 1 : compareLocators(locator, other);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length;
}

/** Step 2. */
function leadOf(statements: readonly Statement[]) {
  const ids = statements.map(({ source }) => source);
  const heard = statements.filter(({ source }) => !ids.some((other) => retoldBy(source).has(other)));
  const [lead] = heard;
  if (lead === undefined) throw new Error("No statement is heard.");
  return { heard, lead, ordered: [lead, ...statements.filter((one) => one !== lead)] };
}

/** Steps 3 and 4: the value of a column, as published. */
function publishedOf(column: Column, counted: readonly Statement[]): Record<string, Value> {
  const { name } = column;
  const claims = counted.flatMap(({ cells, source }) => {
    const claim = cells.get(name);
    return claim === undefined ? [] : [{ value: String(claim.value), family: familyOf(source) }];
  });
  const values = claims.map(({ value }) => value);
  switch (column.rule) {
    case "range": {
      const amounts = values.map(readAmount);
      const finite = (number: number) => (Number.isFinite(number) ? number : null);
      return {
        [`${name}_low`]: finite(Math.min(...amounts.map(({ low }) => low))),
        [`${name}_best`]: amounts.find(({ point }) => point !== null)?.point ?? null,
        [`${name}_high`]: finite(Math.max(...amounts.map(({ high }) => high))),
      };
    }
    case "union":
      return { [name]: [...new Set(values.flatMap(splitList))].sort(byCodeUnit).join("; ") || null };
    case "majority": {
      const votes = claims.filter(({ family }, at) => claims.findIndex((claim) => claim.family === family) === at);
      const count = (value: string) => votes.filter((vote) => vote.value === value).length;
      return {
        [name]: values.reduce<string | null>(
          (best, one) => (best === null || count(one) > count(best) ? one : best),
          null,
        ),
      };
    }
    case "most_precise": {
      const dates = values.map((value) => ({ value, date: readPartialDate(value) }));
      const [first] = dates;
      if (first === undefined || !shareADay(dates.map(({ date }) => date))) return { [name]: first?.value ?? null };
      return {
        [name]: dates.reduce((best, one) => (spanInDays(one.date) < spanInDays(best.date) ? one : best), first).value,
      };
    }
    default:
      return { [name]: values[0] ?? null };
  }
}

function readAmount(text: string) {
  const amount = parseAmount(text);
  if (typeof amount === "string") throw new Error(`${text} is not an amount.`);
  return amount;
}

/** Whose claims count in a column. */
function countedIn(column: Column, { heard, lead, ordered }: ReturnType<typeof leadOf>): Statement[] {
  const isStrong = (one: Statement) => strengthOf(one).every((rank, at) => rank <= (strengthOf(lead)[at] ?? 0));
  const decided = ordered.some((one) => one.cells.get(column.name)?.rule === "decision");
  if (decided) return ordered.filter((one) => one.cells.get(column.name)?.status === "accepted");
  if (column.rule === "lead") return [lead];
  if (column.kind === "date" && !lead.cells.has(column.name)) return [];
  if (column.isAboutSource === true) {
    const isSetAside = ({ cells }: Statement) =>
      [...cells.values()].some(({ status }) => status === "outvoted" || status === "overruled");
    return ordered.filter((one) => heard.includes(one) && !isSetAside(one));
  }
  if (column.follows !== undefined) {
    const { follows } = column;
    const giver = ordered.find(
      (one) => one.cells.get(follows)?.status === "accepted" && heard.includes(one) && isStrong(one),
    );
    return [giver ?? lead];
  }
  return ordered.filter((one) => heard.includes(one) && isStrong(one));
}

const statementsOf = new Map<string, Map<string, { source: string; evidence: string; cells: Map<string, Row> }>>();
for (const claim of published.claims) {
  const record = `${claim.table}/${claim.record_id}`;
  const statements = statementsOf.get(record) ?? new Map();
  statementsOf.set(record, statements);
  const key = `${claim.source_id} ${claim.evidence}`;
  const known = statements.get(key) ?? { source: claim.source_id, evidence: claim.evidence, cells: new Map() };
  statements.set(key, known);
  known.cells.set(claim.column, claim);
}

describe.each(statedTables)("every record of %s", (table) => {
  const coded = codedAs(table);
  const columns = coded === null ? [] : contentColumns(coded);

  it("follows from the claims by the words of the codebook", () => {
    expect(published[table].length).toBeGreaterThan(0);
    for (const row of published[table]) {
      const statements = [...(statementsOf.get(`${table}/${row.record_id}`)?.values() ?? [])].sort(inOrder);
      const hearing = leadOf(statements);
      const { lead } = hearing;
      const rebuilt: Record<string, Value> = { lead_source_id: lead.source, lead_evidence: lead.evidence };
      for (const column of columns) {
        const counted = countedIn(column, hearing).filter(({ cells }) => cells.has(column.name));
        if (counted.length > 0) Object.assign(rebuilt, publishedOf(column, counted));
        else if (column.kind !== "amount") rebuilt[column.name] = null;
      }
      const found = Object.fromEntries(Object.keys(rebuilt).map((name) => [name, row[name] ?? null]));
      expect({ id: row.record_id, ...found }).toEqual({ id: row.record_id, ...rebuilt });
    }
  });
});

describe("the claims", () => {
  it("have ids of their own", () => {
    expect(new Set(published.claims.map(({ claim_id }) => claim_id)).size).toBe(published.claims.length);
  });

  it("come from every statement table", () => {
    expect(new Set(published.claims.map(({ table }) => table))).toEqual(new Set(statedTables));
  });
});
