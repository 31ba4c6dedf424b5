import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, readPartialDate, spanInDays } from "#pipeline/core/partial-date.ts";
import type { Claim, Resolution, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { type Row, splitList } from "#pipeline/core/row.ts";
import { resolve } from "#pipeline/resolve/resolve.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";
import { aResolveInput } from "#tests/builders/staged.ts";

/** `copy` retells `base`, and `echo` retells `copy`; `own` and `late` are independent; `fresh` is reserved for statements that a law adds. */
const sources = [
  aSource("base", { reliability: "D" }),
  aSource("copy", { reliability: "C", derived_from: "base" }),
  aSource("echo", { reliability: "B", derived_from: "copy" }),
  aSource("own", { reliability: "C" }),
  aSource("late", { reliability: "C", date_published: "2025-01-01" }),
  aSource("fresh", { reliability: "B", date_published: "2025-06-01" }),
];
const retells: Readonly<Record<string, string>> = { base: "copy", copy: "echo" };

const cell = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const dates = [
  "2017",
  "2017-03",
  "2017-03-02",
  "2017-03-01/2017-04-10",
  "2018-41",
  "[2017-03-02..2017-03-20]",
  "2016/..",
];

const statement = fc
  .record({
    source_id: fc.constantFrom("base", "copy", "echo", "own", "late"),
    evidence: fc.constantFrom("p1s1", "p1s2", "p1s3", "p1s4"),
    tactic: fc.constantFrom("embargo", "siege"),
    targets: cell("road", "bridge; road", "market"),
    date: cell(...dates),
    amount: cell("10", "20", "10..30", ">15", "<12"),
    description: fc.constantFrom("One way to put it.", "Another way."),
    statement_type: fc.constantFrom("reported", "assessed"),
    certainty: fc.constantFrom("stated", "hedged"),
  })
  .map((cells) =>
    aCodedRow("economic_warfare", {
      record_id: "ew-1",
      kind: "incident",
      place_id: "mali",
      ...cells,
      date_text: cells.date,
      unit: cells.amount === null ? null : "persons",
      purposes: null,
    }),
  );

const statements = fc
  .uniqueArray(statement, {
    minLength: 1,
    maxLength: 7,
    selector: ({ source_id, evidence }: Row) => `${source_id} ${evidence}`,
  })
  .map((rows) => rows.map(blankExamples));

/** The builder fills what must be filled with examples; what may be empty stays as the law made it. */
function blankExamples(row: Row): Row {
  return { ...row, related_actor_id: null, attributed_to: null, cited_work_ids: null };
}

function resolveOne(rows: readonly Row[], sourceRows: readonly Row[] = sources): ResolvedRecord {
  return theRecordOf(resolve(aResolveInput({ sources: sourceRows, economic_warfare: rows })));
}

/** The one record, where nothing is wrong but that little is coded. */
function theRecordOf({ entries, issues }: Pick<Resolution, "entries" | "issues">): ResolvedRecord {
  expect(issues.filter(({ code }) => !code.startsWith("resolve/un") && code !== "extract/no-rows")).toEqual([]);
  const [record] = [...entries()].flatMap((entry) => (entry.columns === undefined ? [] : [entry]));
  if (record === undefined) throw new Error("There is no record.");
  return record;
}

/** The values of a record, without its counts of sources. */
const valuesOf = ({ columns }: ResolvedRecord) => columns.map(({ column, published }) => [column.name, published]);

/** A statement that says what was accepted: in a range, the claim that gave the best number. */
function equalToAccepted({ columns, row }: ResolvedRecord, source_id: string): Row {
  const cells = columns.map(({ column, claims }) => {
    const accepted = claims.filter((claim) => claim.row.status === "accepted");
    const isBest = ({ row: { value } }: Claim) => "amount_best" in row && Number(value) === row.amount_best;
    const best = column.kind === "amount" ? accepted.find(isBest) : accepted[0];
    return [column.name, best?.row.value ?? null] as const;
  });
  const filled = Object.fromEntries(cells);
  return blankExamples({
    ...aCodedRow("economic_warfare", { record_id: "ew-1", kind: "incident", place_id: "mali" }),
    ...{ targets: null, purposes: null, date: null, date_text: null, amount: null },
    ...filled,
    unit: filled.amount == null ? null : (filled.unit ?? null),
    source_id,
    evidence: "p1s9",
  });
}

describe("the resolution of statements", () => {
  it("is the same for rows that come from files", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const { resolution, issues } = resolveRaw(aRawInput({ sources, economic_warfare: rows }));
        expect(theRecordOf({ ...resolution, issues })).toEqual(resolveOne(rows));
      }),
      { numRuns: 20 },
    );
  });

  it("does not depend on the order of rows or of sources", () => {
    fc.assert(
      fc.property(statements, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const once = resolveOne(rows);
        const again = resolveOne(shuffled(rows), shuffled(sources));
        expect(again.row).toEqual(once.row);
        expect(again.columns.map(({ claims }) => claims.map(({ row }) => [row.claim_id, row.status]))).toEqual(
          once.columns.map(({ claims }) => claims.map(({ row }) => [row.claim_id, row.status])),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("is not moved by a retelling, whatever it says in the columns that the other fills", () => {
    fc.assert(
      fc.property(statements, statement, (rows, odd) => {
        const speaker = rows.map(({ source_id }) => String(source_id)).find((id) => id in retells);
        fc.pre(speaker !== undefined);
        const speaking = rows.filter(({ source_id }) => source_id === speaker);
        const silent = Object.keys(odd).filter((column) => speaking.every((row) => row[column] === null));
        const retold: Row = { ...odd, ...Object.fromEntries(silent.map((column) => [column, null])) };
        const unit = retold.amount === null ? null : "persons";
        const source_id = retells[speaker ?? ""] ?? "";
        const added = blankExamples({ ...retold, unit, date_text: retold.date ?? null, source_id, evidence: "p1s9" });
        const [before, after] = [resolveOne(rows), resolveOne([...rows, added])];
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.row.n_independent_sources).toBe(before.row.n_independent_sources);
      }),
      { numRuns: 100 },
    );
  });

  it("is not moved by a source that repeats itself", () => {
    fc.assert(
      fc.property(statements, fc.nat(), (rows, chosen) => {
        const again: Row = { ...rows[chosen % rows.length], evidence: "p1s9" };
        const [before, after] = [resolveOne(rows), resolveOne([...rows, again])];
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.row.n_independent_sources).toBe(before.row.n_independent_sources);
      }),
      { numRuns: 100 },
    );
  });

  it("counts an independent witness of what was accepted, and changes no value for it", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const before = resolveOne(rows);
        const after = resolveOne([...rows, equalToAccepted(before, "fresh")]);
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.row.n_independent_sources).toBe(Number(before.row.n_independent_sources) + 1);
      }),
      { numRuns: 100 },
    );
  });

  it("accepts the narrowest date where all share a day, and one that lies inside every compatible one", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const date = resolveOne(rows).columns.find(({ column }) => column.name === "date");
        if (date === undefined) return;
        const accepted = readPartialDate(String(date.published.date));
        for (const {
          row: { value, status },
          counts,
        } of date.claims) {
          const claimed = readPartialDate(value);
          if (status !== "outvoted") expect(isWithin(accepted, claimed)).toBe(true);
          if (counts && date.agreement !== "conflicting")
            expect(spanInDays(accepted)).toBeLessThanOrEqual(spanInDays(claimed));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("keeps every conflict, whatever is added", () => {
    // A source that others retell makes them not count. A conflict looked for only among cells that count would then end.
    const source = fc.constantFrom("base", "base", "copy", "own");
    fc.assert(
      fc.property(statements, statement, source, (rows, added, source_id) => {
        const before = splitList(resolveOne(rows).row.conflicting_columns);
        const more = [...rows, blankExamples({ ...added, source_id, evidence: "p1s8" })];
        expect(splitList(resolveOne(more).row.conflicting_columns)).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 250 },
    );
  });

  it("publishes what its accepted claims say", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        for (const { column, published, claims } of resolveOne(rows).columns) {
          const accepted = claims.filter(({ row }) => row.status === "accepted").map(({ row }) => row.value);
          expect(accepted.length).toBeGreaterThan(0);
          if (column.kind === "amount" || column.rule === "union") continue;
          expect(new Set(accepted)).toEqual(new Set([published[column.name]]));
        }
      }),
      { numRuns: 100 },
    );
  });
});
