import { describe, expect, it } from "vitest";
import { readPartialDate } from "#pipeline/core/partial-date.ts";
import { isContradicted } from "#pipeline/resolve/plausible/worded-dates.ts";

const contradicts = (words: string, edtf: string) => isContradicted(words, readPartialDate(edtf));

describe("a date and its words", () => {
  it.each([
    ["March 2017", "2007-03"],
    ["March 2017", "2017-04"],
    ["12 March 2017", "2017-03-21"],
    ["March 12th, 2017", "2017-03-21"],
    ["on 2 March", "2017-03-12"],
    ["In March", "2017-05"],
    ["late 2019", "2019-02"],
    ["early in the year 2019", "2019-39"],
    ["second half of 2018", "2018-03"],
    ["third quarter of 2018", "2018-36"],
    ["since 2019", "2009/.."],
    ["since April 2023", "2022"],
    ["until 2018", "../2019"],
    ["before March 2017", "2019"],
    ["after 2019", "2017"],
    ["between 2017 and 2019", "2017/2021"],
    ["between 2017 and 2019", "2011"],
    ["the 1990s", "2003"],
    ["in the 19th century", "19XX"],
    ["2019-20", "2021"],
    ["2022/12/16", "2022-12-06"],
    ["mars 2017", "2007-03"],
    ["le 1er mars 2017", "2017-03-02"],
    ["2 août 2023", "2023-07"],
    ["fin 2019", "2019-02"],
    ["début 2019", "2019-39"],
    ["mi-2020", "2020-12"],
    ["second semestre 2018", "2018-40"],
    ["premier trimestre de l'année 2018", "2018-04"],
    ["depuis février 2022", "2021-02/.."],
    ["avant 2018", "2019-01"],
    ["dans les années 1990", "2005"],
    ["au XIXe siècle, en 1893", "1993"],
  ])("disagree: %s, %s", (words, edtf) => {
    expect(contradicts(words, edtf)).toBe(true);
  });

  it.each([
    ["March 2017", "2017"],
    ["March 2017", "2017-03-12"],
    ["12-15 March 2017", "2017-03-13"],
    ["August and September 2023", "2023-08/2023-09"],
    ["August 2023", "[2023-07-29..2023-08-31]"],
    ["late 2019", "2019"],
    ["late 2019", "2019-11"],
    ["mid-2020", "2020-38"],
    ["since 2019", "2019/.."],
    ["since April 2023", "2023-04"],
    ["by mid-2022", "[..2022-38]"],
    ["until the summer of 2022", "../2022-09"],
    ["before 2018", "2017"],
    ["two years after the 2012 coup", "2014"],
    ["tenth anniversary of 2012", "2022"],
    ["following the 2012 rebellion", "2013/.."],
    ["March 2017 - September 2023", "2017-03/2023-09"],
    ["December 2019 and January 2020", "2019-12/2020-01"],
    ["On December 20", "2023-12-20"],
    ["on 29 February", "2024-02-29"],
    ["December 12 attack", "[2023-12-12..]"],
    ["may last", "2023-11"],
    ["the march on the town", "2023-11"],
    ["recently", "2023-11"],
    ["2000 days later", "2023-11"],
    ["in the 2010s", "2014"],
    ["depuis août 2023", "2023-08/.."],
    ["fin décembre 2019", "2019-12-30"],
    ["entre 2017 et 2019", "2018"],
    ["en mai", "2021-05"],
    ["dans les années 1990", "1995"],
    ["31.12.2023", "[..2023-12-31]"],
  ])("agree, or say nothing of each other: %s, %s", (words, edtf) => {
    expect(contradicts(words, edtf)).toBe(false);
  });

  it("are compared without delay, however long the words are", () => {
    expect(contradicts(`${"12 ".repeat(20_000)}March ${"of the ".repeat(20_000)}`, "2017-03")).toBe(false);
  });
});
