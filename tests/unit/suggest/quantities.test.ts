import { expect, it } from "vitest";
import { quantitiesIn } from "#pipeline/suggest/quantities.ts";

const read = (text: string) => quantitiesIn(text, []).map(({ amount, unit }) => `${amount} ${unit}`);

it.each([
  ["It had 1,300 fighters.", "1300 fighters"],
  ["Il avait 1 300 combattants.", "1300 fighters"],
  ["more than 30 armed soldiers", ">30 troops"],
  ["between 1,000 and 2,000 people", "1000..2000 persons"],
  ["at least 12 were killed", ">=12 deaths"],
  ["plus de 40 % des puits", ">40 percent"],
  ["€2.5 million", "2500000 eur"],
  ["three countries", "3 countries"],
  ["2 000 euros", "2000 eur"],
  ["2,5 millions d'euros", "2500000 eur"],
  ["35,2 % des puits", "35.2 percent"],
  ["entre 1,5 et 2,5 tonnes", "1.5..2.5 tonnes"],
  ["douze soldats", "12 troops"],
])("reads %s", (text, quantity) => {
  expect(read(text)).toEqual([quantity]);
});

it.each(["dozens of fighters", "two of them", "the 3rd road", "in 2019", "note 7"])(
  "finds no number in: %s",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

it("leaves out what is part of a date or a name", () => {
  expect(quantitiesIn("12 deaths", [{ start: 0, end: 2 }])).toEqual([]);
});
