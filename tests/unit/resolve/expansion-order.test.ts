import { describe, expect, it } from "vitest";
import { readPartialDate } from "#pipeline/core/partial-date.ts";
import { expansionByCountry, rankSteps, type Step } from "#pipeline/resolve/expansion-order.ts";

const step = (record_id: string, edtf: string | null, cells: Partial<Step> = {}): Step => {
  const date = edtf === null ? null : readPartialDate(edtf);
  return {
    ...{ record_id, actor_id: "jnim", actor: "JNIM", country: "Mali", iso3: "MLI" },
    ...{ date: edtf, date_earliest: date?.earliest ?? null, date_latest: date?.latest ?? null },
    ...{ date_precision: null, date_prec: null },
    ...cells,
  };
};

const ranksOf = (...steps: readonly Step[]) => Object.fromEntries(rankSteps(steps));

describe("the rank of a step", () => {
  it("counts an actor's dated steps in order of time, and skips no number", () => {
    expect(ranksOf(step("d", "2019"), step("a", "2017"), step("b", "2018"), step("c", null))).toEqual({
      a: 1,
      b: 2,
      d: 3,
    });
    expect(ranksOf(step("a", "2017"), step("b", "2018", { actor_id: "other" }))).toEqual({ a: 1, b: 1 });
  });

  it("is shared by steps whose dates allow the same days, and by no others", () => {
    expect(ranksOf(step("a", "2017"), step("b", "2017"), step("c", "2018"))).toEqual({ a: 1, b: 1, c: 2 });
    expect(ranksOf(step("a", "2017-01/2017-12"), step("b", "2017"))).toEqual({ a: 1, b: 1 });
    expect(ranksOf(step("a", "2017"), step("b", "2017-01"), step("c", "2017/.."))).toEqual({ b: 1, a: 2, c: 3 });
  });

  it("puts a date that is open at its start first, because it may be the earliest", () => {
    expect(ranksOf(step("a", "2017"), step("b", "[..2018]"))).toEqual({ b: 1, a: 2 });
  });
});

describe("the expansion by country", () => {
  it("names the earliest dated steps, counts the others, and leaves out steps without a country", () => {
    const rows = expansionByCountry([
      step("c", "2018"),
      step("b", "2017"),
      step("a", "2017"),
      step("e", null),
      step("d", null, { country: null, iso3: null }),
      step("f", null, { country: "Niger", iso3: "NER" }),
    ]);
    expect(rows.map(({ id, row }) => [id, row])).toMatchObject([
      [
        "jnim/Mali",
        {
          ...{ n_steps: 4, n_dated_steps: 3, n_undated_steps: 1, undated_step_ids: "e" },
          ...{ earliest_dated_step_ids: "a; b", date: "2017", date_earliest: "2017-01-01", date_latest: "2017-12-31" },
        },
      ],
      ["jnim/Niger", { n_steps: 1, n_dated_steps: 0, earliest_dated_step_ids: null, date: null }],
    ]);
  });
});
