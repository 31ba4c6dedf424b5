import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput, aSource, type CodedTables } from "#tests/builders/raw.ts";

const alias = (actor_id: string, cells: Row = {}) => ({
  ...aCodedRow("actor_aliases", { name: "A name", actor_id, family_id: actor_id, note: "Its codebook says so." }),
  valid_from: null,
  valid_to: null,
  countries: null,
  ...cells,
});
const actors = ["jnim", "part-a", "part-b"].map((actor_id) => aCodedRow("actors", { actor_id, name: actor_id }));

const run = (actor_aliases: readonly Row[], tables: CodedTables = {}) =>
  resolveRaw(aRawInput({ actors, actor_aliases, ...tables }));

const codes = (...rows: readonly Row[]) =>
  run(rows)
    .issues.filter(({ at }) => at.file.endsWith("actor_aliases.csv"))
    .map(({ code, at }) => `${at.line} ${at.column} ${code}`);

describe("the family of an actor", () => {
  it("is one in all rows, whatever the source and the time", () => {
    const first = alias("part-a", { family_id: "jnim", valid_to: "2017-03-01" });
    const later = { valid_from: "2017-03-02", event_source: "acled" };
    expect(codes(first, alias("part-a", { family_id: "jnim", ...later }))).toEqual([]);
    expect(codes(first, alias("part-a", later))).toEqual(["3 family_id resolve/second-family"]);
  });

  it("has a head that is in no other family, whether or not event data name it", () => {
    const part = alias("part-a", { family_id: "jnim" });
    expect(codes(part)).toEqual([]);
    expect(codes(part, alias("jnim"))).toEqual([]);
    expect(codes(part, alias("jnim", { family_id: "part-b" }))).toEqual(["2 family_id resolve/family-in-a-family"]);
  });
});

describe("the periods of a name", () => {
  const from = (valid_from: string | null, valid_to: string | null) => alias("jnim", { valid_from, valid_to });

  it("may follow each other, in any order of rows", () => {
    expect(codes(from("2017-03-02", null), from(null, "2017-03-01"))).toEqual([]);
  });

  it.each([
    ["share a day", from(null, "2017-03-02"), from("2017-03-02", null)],
    ["have no end", from(null, null), from("2017-03-02", "2018-01-01")],
    ["lie in each other", from("2012-01-01", "2019-01-01"), from("2013-01-01", "2014-01-01")],
  ])("must not overlap: they %s", (_, one, other) => {
    expect(codes(one, other)).toEqual(["3 valid_from resolve/overlapping-aliases"]);
  });

  it.each([
    ["apart", "MLI", "BFA; NER", []],
    ["one in common", "BFA; MLI", "MLI; NER", ["3 valid_from resolve/overlapping-aliases"]],
    ["all in one of them", null, "MLI", ["3 valid_from resolve/overlapping-aliases"]],
  ])("may be the same in other countries: %s", (_, one, other, expected) => {
    expect(codes(alias("jnim", { countries: one }), alias("jnim", { countries: other }))).toEqual(expected);
  });

  it("are looked at beyond the next row: the longest counts", () => {
    const rows = [from("2012-01-01", "2019-01-01"), from("2013-01-01", "2013-02-01"), from("2018-01-01", null)];
    expect(codes(...rows)).toEqual([
      "3 valid_from resolve/overlapping-aliases",
      "4 valid_from resolve/overlapping-aliases",
    ]);
  });

  it("do not concern other actors, names and sources", () => {
    expect(
      codes(alias("jnim"), alias("part-a"), alias("jnim", { name: "B" }), alias("jnim", { event_source: "acled" })),
    ).toEqual([]);
  });

  it("end after they begin", () => {
    expect(codes(from("2017-03-02", "2017-03-01"))).toEqual(["2 valid_to stage/row-rule"]);
  });

  it("lie in the time of event data", () => {
    expect(codes(from("1917-03-02", "2017-03-01"))).toEqual(["2 valid_from stage/row-rule"]);
    expect(codes(from("1946-01-01", "2017-03-01"))).toEqual([]);
  });
});

it("takes no id: event data may be called like a source", () => {
  const { issues } = run([alias("jnim", { event_source: "source-a" })]);
  expect(issues.filter(({ code }) => code === "resolve/id-in-two-tables")).toEqual([]);
});

describe("an actor that only event data name", () => {
  it("is in use, and published", () => {
    const { issues, publishable } = run([alias("part-b")]);
    const unused = issues.flatMap((issue) => (issue.code === "resolve/unused-entry" ? [issue.id] : []));
    expect(unused).toEqual(["jnim", "part-a", "mali"]);
    expect(publishedRows(publishable.resolution).actors).toContainEqual(
      expect.objectContaining({ actor_id: "part-b" }),
    );
  });

  it("waits with its aliases, if beside them only a draft names it", () => {
    const sources = [aSource("source-a"), aSource("draft-c", { status: "draft" })];
    const profile = [
      aCodedRow("profile", { record_id: "prf-1", actor_id: "jnim" }),
      aCodedRow("profile", { record_id: "prf-2", actor_id: "part-b", source_id: "draft-c" }),
    ];
    const { publishable } = run([alias("part-b"), alias("jnim")], { sources, profile });
    const ids = publishedRows(publishable.resolution).actors.map(({ actor_id }) => actor_id);
    expect(ids).toContain("jnim");
    expect(ids).not.toContain("part-b");
    expect(publishable.issues.filter(({ code }) => code === "resolve/unknown-reference")).toEqual([]);
  });
});
