import { describe, expect, it } from "vitest";
import { datesIn } from "#pipeline/core/dates-in-text/dates-in-text.ts";

const read = (text: string) => datesIn(text).map(({ edtf }) => edtf);

describe("the dates in a text", () => {
  it.each([
    ["It opened in 2019.", "2019"],
    ["It opened in March 2017.", "2017-03"],
    ["It opened on March 2, 2017, at noon.", "2017-03-02"],
    ["It opened on 28.11.2023.", "2023-11-28"],
    ["in the second half of 2018", "2018-41"],
    ["as of mid-2023", "2023-38"],
    ["since 2019", "2019/.."],
    ["since the bridge opened in 2013", "2013/.."],
    ["by mid-2022", "[..2022-38]"],
    ["until October 2020", "../2020-10"],
    ["around 2015", "2015~"],
    ["between 2017 and 2019", "2017/2019"],
    ["from March 2017 to May 2018", "2017-03/2018-05"],
    ["August and September 2023", "2023-08/2023-09"],
    ["at the end of November 2023", "[2023-11-21..2023-11-30]"],
    ["in mid-November 2023", "[2023-11-11..2023-11-20]"],
    ["the 1990s", "199X"],
    ["in the 19th century", "18XX"],
    ["Le marché a ouvert le 1er mars 2017.", "2017-03-01"],
    ["depuis août 2023", "2023-08/.."],
    ["entre 2017 et 2019", "2017/2019"],
    ["de mars 2017 à mai 2018", "2017-03/2018-05"],
    ["à la fin de novembre 2023", "[2023-11-21..2023-11-30]"],
    ["début 2019", "2019-37"],
    ["jusqu'en 2018", "../2018"],
    ["au second semestre 2018", "2018-41"],
    ["vers 2015", "2015~"],
  ])("are those of the words: %s", (text, edtf) => {
    expect(read(text)).toEqual([edtf]);
  });

  it.each([
    "In March, the market closed.",
    "On December 20, it opened again.",
    "en mars",
    "before 2018",
    "after March 2017",
    "following the 2012 flood",
    "avant 2018",
    "the summer of 2022",
    "à l'été de 2022",
    "on the tenth day of 2017",
    "the 2012 anniversary",
  ])("stay empty where the words give none: %s", (text) => {
    expect(read(text).filter((edtf) => edtf !== null)).toEqual([]);
  });

  it.each(["recently", "three years ago", "earlier this year", "in recent years", "récemment", "l'an dernier"])(
    "are none where no calendar knows the words: %s",
    (text) => {
      expect(datesIn(text)).toEqual([]);
    },
  );

  it("have their words and places as printed, with accents", () => {
    const text = "Élu à Sévaré, il règne depuis août 2023.";
    const [date] = datesIn(text);
    expect(date).toMatchObject({ words: "depuis août 2023", rule: "since" });
    expect(text.slice(date?.start, date?.end)).toBe("depuis août 2023");
  });

  it("are two where two years are listed, and one day of the calendar never 45 March", () => {
    expect(read("It flooded in 2019 and 2021.")).toEqual(["2019", "2021"]);
    expect(read("on March 45, 2017")).not.toContain("2017-03-45");
  });

  it("are read without delay, however long the text is", () => {
    expect(datesIn(`${"in the ".repeat(20_000)}March 2017`)).toHaveLength(1);
  });
});
