import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPartialDate, shareADay, spanInDays } from "#pipeline/core/partial-date.ts";
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
    mode: fc.constantFrom("denial", "resourcing"),
    targets: cell("road", "bridge; road", "market"),
    date: cell(...dates),
    amount: cell("10", "20", "10..30", ">15", "<12"),
    description: fc.constantFrom("One way to put it.", "Another way."),
    statement_type: fc.constantFrom("reported", "assessed"),
    certainty: fc.constantFrom("stated", "hedged", "attributed"),
    cited_work_ids: cell("wrk-1", "wrk-2"),
  })
  .map((cells) =>
    aCodedRow("economic_warfare", {
      record_id: "ewf-1",
      kind: "incident",
      place_id: "mali",
      ...cells,
      date_text: cells.date === null ? null : `in ${cells.date}`,
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
  const attributed_to = row.certainty === "attributed" ? `A speaker of ${row.source_id}` : null;
  return { ...row, attributed_to, related_actor_id: null, split_from: null };
}

function resolveOne(rows: readonly Row[], sourceRows: readonly Row[] = sources): ResolvedRecord {
  return theRecordOf(resolve(aResolveInput({ sources: sourceRows, economic_warfare: rows })));
}

const EXPECTED = /^(resolve\/(un|not-filled|lead-outvoted)|extract\/no-rows)/u;

/** The one record, where nothing is wrong but that little is coded. */
function theRecordOf({ entries, issues }: Pick<Resolution, "entries" | "issues">): ResolvedRecord {
  expect(issues.filter(({ code }) => !EXPECTED.test(code))).toEqual([]);
  const [record] = [...entries()].flatMap((entry) => (entry.columns === undefined ? [] : [entry]));
  if (record === undefined) throw new Error("There is no record.");
  return record;
}

/** The values of a record, without its counts of sources. */
const valuesOf = ({ columns }: ResolvedRecord) => columns.map(({ column, published }) => [column.name, published]);

/** The same, without columns in which nothing is published. */
const filledOf = ({ columns }: ResolvedRecord) =>
  columns
    .filter(({ published }) => Object.values(published).some((value) => value !== null))
    .map(({ column, published }) => [column.name, published]);

const leadOf = ({ statements: [lead] }: ResolvedRecord) => {
  if (lead === undefined) throw new Error("There is no leading statement.");
  return lead;
};

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
    ...aCodedRow("economic_warfare", { record_id: "ewf-1", kind: "incident", place_id: "mali" }),
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

  it("is not moved by a retelling, whatever it says", () => {
    fc.assert(
      fc.property(statements, statement, (rows, odd) => {
        const speaker = rows.map(({ source_id }) => String(source_id)).find((id) => id in retells);
        fc.pre(speaker !== undefined);
        const added = blankExamples({ ...odd, source_id: retells[speaker ?? ""] ?? "", evidence: "p1s9" });
        const [before, after] = [resolveOne(rows), resolveOne([...rows, added])];
        expect(filledOf(after)).toEqual(filledOf(before));
        for (const column of ["as_of", "lead_source_id", "lead_evidence"] as const)
          expect(after.row[column]).toBe(before.row[column]);
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
        // The witness may lead the record, in its own words.
        const attributed_to = { attributed_to: before.row.attributed_to };
        const compared = valuesOf(after).map(([name, published]) =>
          name === "attributed_to" ? [name, attributed_to] : [name, published],
        );
        expect(compared).toEqual(valuesOf(before));
        expect(after.row.n_independent_sources).toBe(Number(before.row.n_independent_sources) + 1);
      }),
      { numRuns: 100 },
    );
  });

  it("accepts the narrowest date where all share a day, and one that has a day in common with every compatible one", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const date = resolveOne(rows).columns.find(({ column }) => column.name === "date");
        if (date === undefined || date.published.date === null) return;
        const accepted = readPartialDate(String(date.published.date));
        for (const {
          row: { value, status },
          counts,
        } of date.claims) {
          const claimed = readPartialDate(value);
          expect(shareADay([accepted, claimed])).toBe(status !== "outvoted");
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
          if (accepted.length === 0) expect(Object.values(published).every((value) => value === null)).toBe(true);
          if (accepted.length === 0 || column.kind === "amount" || column.rule === "union") continue;
          expect(new Set(accepted)).toEqual(new Set([published[column.name]]));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is led by the most preferred statement that is heard", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const record = resolveOne(rows);
        const lead = leadOf(record);
        expect(isHeard(lead, record)).toBe(true);
        for (const statement of record.statements.filter((one) => isHeard(one, record)))
          expect(strengthOf(statement) < strengthOf(lead)).toBe(false);
        const { statement_type, certainty, attributed_to } = lead.values;
        expect(record.row).toMatchObject({ statement_type, certainty, attributed_to });
      }),
      { numRuns: 150 },
    );
  });

  it("says who said it if, and only if, it is attributed", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const { certainty, attributed_to } = resolveOne(rows).row;
        expect(attributed_to !== null).toBe(certainty === "attributed");
      }),
      { numRuns: 100 },
    );
  });

  it("takes every column that it does not name as another's from the leading statement", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const record = resolveOne(rows);
        const others = splitList(record.row.columns_from_others);
        for (const { column, claims, published } of record.columns) {
          if (others.includes(column.name) || Object.values(published).every((value) => value === null)) continue;
          const own = claims.find(({ statement }) => statement === leadOf(record));
          expect([column.name, own?.row.status]).toEqual([column.name, "accepted"]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("publishes nothing that is weaker than the leading statement, and no date if that has none", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const record = resolveOne(rows);
        const lead = leadOf(record);
        for (const { column, claims } of record.columns.filter(({ column }) => column.isAboutSource !== true)) {
          for (const { statement } of claims.filter(({ counts }) => counts)) {
            expect(isHeard(statement, record)).toBe(true);
            expect(strengthOf(statement)).toBe(strengthOf(lead));
          }
          expect(
            column.name === "date" &&
              claims.some(({ counts }) => counts) &&
              "date" in lead.values &&
              lead.values.date === null,
          ).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("cites no work of a statement that was set aside", () => {
    fc.assert(
      fc.property(statements, (rows) => {
        const record = resolveOne(rows);
        const differing = new Set(
          record.columns.flatMap(({ claims }) =>
            claims.filter(({ row }) => row.status === "outvoted").map(({ statement }) => statement),
          ),
        );
        const works = record.statements.filter((statement) => isHeard(statement, record) && !differing.has(statement));
        const cited = new Set(works.flatMap(({ values }) => splitList(values.cited_work_ids)));
        expect(new Set(splitList(record.row.cited_work_ids))).toEqual(cited);
      }),
      { numRuns: 150 },
    );
  });
});

const isHeard = ({ sourceId }: ResolvedRecord["statements"][number], { silentSources }: ResolvedRecord) =>
  !silentSources.has(sourceId);

/** The lower, the stronger. */
const strengthOf = ({ values: { statement_type, certainty } }: ResolvedRecord["statements"][number]) =>
  ["reported", "assessed"].indexOf(statement_type) * 3 + ["stated", "hedged", "attributed"].indexOf(certainty);
