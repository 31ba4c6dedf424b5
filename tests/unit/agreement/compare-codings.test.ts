import { describe, expect, it } from "vitest";
import { formatAgreement } from "#pipeline/agreement/format-agreement.ts";
import { isWarning } from "#pipeline/core/issue.ts";
import { compareRaw, resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aSource, type CodedTables } from "#tests/builders/raw.ts";
import { aRawInputWith, aSecondFolder } from "#tests/builders/second-coding.ts";

const profile = (record_id: string, cells = {}) =>
  aCodedRow("profile", {
    record_id,
    attribute: "tactic",
    value: "It spreads.",
    date: null,
    date_text: null,
    ...cells,
  });

/** The first coding of source-a, in raw/coded, compared with a second one. */
function compare(first: CodedTables, second: CodedTables) {
  const raw = aRawInputWith(first, [aSecondFolder("source-a", "coder-b", second)]);
  const { sources, issues } = compareRaw(raw);
  expect(issues.filter((issue) => !isWarning(issue))).toEqual([]);
  const [pair] = sources[0]?.pairs ?? [];
  const column = (name: string) => pair?.tables[0]?.columns.find((one) => one.column === name);
  const [table] = pair?.tables ?? [];
  return { pair, column, rows: [table?.nInBoth, table?.nOnlyFirst, table?.nOnlySecond] };
}

describe("two rows of different codings", () => {
  it("are paired if they cite a sentence in common and say something alike, and not otherwise", () => {
    const one = { profile: [profile("prf-1", { evidence: "p1s1-p1s3" })] };
    expect(compare(one, { profile: [profile("prf-7", { evidence: "p1s3" })] }).rows).toEqual([1, 0, 0]);
    expect(compare(one, { profile: [profile("prf-1", { evidence: "p1s4" })] }).rows).toEqual([0, 1, 1]);
    const other = { actor_id: "other-group", attribute: "ideology", value: "Another." };
    expect(compare(one, { profile: [profile("prf-7", { evidence: "p1s3", ...other })] }).rows).toEqual([0, 1, 1]);
  });

  it("are paired one to one so that most cells are alike, even if each by itself would be more like another", () => {
    const first = [profile("prf-1", { value: "one", place_id: "mali" }), profile("prf-2", { value: "one" })];
    const second = [profile("prf-1", { value: "two", place_id: "mali" }), profile("prf-2", { value: "one" })];
    const { pair } = compare({ profile: first }, { profile: second });
    expect(pair?.differences.map(({ column, first: a, second: b }) => [column, a?.id, b?.id])).toEqual([
      ["value", "prf-1", "prf-1"],
    ]);
  });

  it("agree in a text but for case, accents and white space, and in a list whatever the order of its items", () => {
    const said = { certainty: "attributed", attributed_to: "UNHCR; Élan" };
    const again = { certainty: "attributed", attributed_to: "elan; UNHCR", value: "it  SPREADS." };
    const { pair, column } = compare({ profile: [profile("prf-1", said)] }, { profile: [profile("prf-1", again)] });
    expect(pair?.differences).toEqual([]);
    expect(column("value")).toMatchObject({ nAgreed: 1, nChanged: 0, alpha: null });
  });

  it("have changed in a date that one of them lacks, which alpha leaves out", () => {
    const dated = (id: string, date: string | null, evidence: string) =>
      profile(id, { date, date_text: date === null ? null : "then", evidence });
    const { column } = compare(
      { profile: [dated("prf-1", "2018", "p1s1"), dated("prf-2", "2019-03", "p1s2"), dated("prf-3", "2020", "p1s3")] },
      { profile: [dated("prf-1", "2018", "p1s1"), dated("prf-2", "2019-03", "p1s2"), dated("prf-3", null, "p1s3")] },
    );
    expect(column("date")).toMatchObject({ measure: "interval", nAgreed: 2, nChanged: 1, alpha: 1 });
  });

  it("are measured by the first day of a date and the lowest number of an amount", () => {
    const row = (id: string, evidence: string, date: string, amount: string) =>
      profile(id, { evidence, date, date_text: "then", amount, unit: "fighters" });
    const { column } = compare(
      { profile: [row("prf-1", "p1s1", "2018", "1000..2000"), row("prf-2", "p1s2", "2019", ">50")] },
      { profile: [row("prf-1", "p1s1", "2018-01-01", "1000"), row("prf-2", "p1s2", "2019-01", "50")] },
    );
    expect(column("date")).toMatchObject({ nAgreed: 0, nChanged: 2, alpha: 1 });
    expect(column("amount")).toMatchObject({ nAgreed: 0, nChanged: 2, alpha: 1 });
  });

  it("differ in a code that only one of them has, and are not counted where neither has one", () => {
    const { column } = compare({ profile: [profile("prf-1", { place_id: "mali" })] }, { profile: [profile("prf-1")] });
    expect(column("place_id")).toMatchObject({ nAgreed: 0, nChanged: 1, alpha: 0 });
    expect(column("related_actor_id")).toMatchObject({ nAgreed: 0, nChanged: 0, alpha: null });
  });
});

describe("more rows on one sentence than can be assigned", () => {
  const many = (value: string) =>
    Array.from({ length: 600 }, (_, at) => profile(`prf-${at + 1}`, { value: `${value} ${at}.` }));

  it("are paired if they are the same, and then the few that are left", () => {
    const { rows } = compare(
      { profile: many("One") },
      { profile: [...many("Two").slice(0, 9), ...many("One").slice(9)] },
    );
    expect(rows).toEqual([600, 0, 0]);
  });

  it("stay unpaired otherwise, so that the work does not grow with their square", () => {
    expect(compare({ profile: many("One") }, { profile: many("Two") }).rows).toEqual([0, 600, 600]);
  });
});

describe("the codings of a source", () => {
  const [b, c] = [
    aSecondFolder("source-a", "coder-b", { profile: [profile("prf-1")] }),
    aSecondFolder("source-a", "coder-c", { profile: [profile("prf-1")] }),
  ];
  const namesIn = (tables: CodedTables) =>
    compareRaw(aRawInputWith(tables, [c, b])).sources.flatMap(({ sourceId, pairs }) =>
      pairs.map(({ first, second }) => [sourceId, first, second]),
    );

  it("are compared two by two, those in raw/coded first", () => {
    expect(namesIn({ profile: [profile("prf-1")] })).toEqual([
      ["source-a", "published", "coder-b"],
      ["source-a", "published", "coder-c"],
      ["source-a", "coder-b", "coder-c"],
    ]);
  });

  it("are compared among themselves if raw/coded has no row of the source", () => {
    expect(namesIn({ profile: [profile("prf-1", { source_id: "source-b" })] })).toEqual([
      ["source-a", "coder-b", "coder-c"],
    ]);
  });
});

describe("a second coding", () => {
  const coder = (tables: CodedTables) => aSecondFolder("source-a", "coder-b", tables);

  it("may name actors and places that it adds, even if raw/coded has the same ids by now", () => {
    const actors = [aCodedRow("actors", { actor_id: "new-group" }), aCodedRow("actors", { actor_id: "jnim" })];
    const own = coder({ actors, profile: [profile("prf-1", { actor_id: "new-group" })] });
    expect(resolveRaw(aRawInputWith({}, [own])).issues.map(({ code }) => code)).toEqual(
      resolveRaw(aRawInputWith({}, [])).issues.map(({ code }) => code),
    );
  });

  it("says which of its tables are not compared", () => {
    const own = coder({ actors: [], passed_over: [], profile: [profile("prf-1")] });
    const [found] = compareRaw(aRawInputWith({ profile: [profile("prf-1")] }, [own])).sources;
    expect(found?.tablesKept).toEqual(["actors", "passed_over"]);
    expect(found === undefined ? "" : formatAgreement(found)).toMatch(/\n\nNot compared: actors, passed_over\.$/u);
  });

  it("of a draft does not stop a release if it has an error", () => {
    const sources = [aSource("source-a", { status: "draft" }), aSource("source-b")];
    const wrong = coder({ profile: [profile("prf-1", { actor_id: "nobody" })] });
    const { issues, publishable } = resolveRaw(aRawInputWith({ sources }, [wrong]));
    const ofSecond = (found: typeof issues) => found.filter(({ at }) => at.file.startsWith("raw/second"));
    expect(ofSecond(issues).map(({ code }) => code)).toEqual(["resolve/unknown-reference"]);
    expect(ofSecond(publishable.issues)).toEqual([]);
  });
});
