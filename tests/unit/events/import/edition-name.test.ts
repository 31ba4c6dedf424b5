import { describe, expect, it } from "vitest";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { editionOfNames, givenEdition } from "#pipeline/events/import/edition-name.ts";
import { acled } from "#schemas/events/profiles/acled.ts";
import { ucdpGed } from "#schemas/events/profiles/ucdp-ged.ts";

describe("the edition that --edition names", () => {
  it.each(["23.1", "2024-05-01", "A", "v1_0"])("can be %j", (edition) => {
    expect(givenEdition(edition)).toEqual({ edition, from: "option" });
  });

  it.each(["", ".", "..", "../up", "a/b", "a\\b", "-1", "1.", ".tmp-1", "a b", "a\n", "é", "9".repeat(41)])(
    "cannot be %j, which is no safe name of a folder",
    (edition) => {
      expect(() => givenEdition(edition)).toThrow(UsageError);
    },
  );
});

describe("the edition that names of files tell", () => {
  it.each([
    ["ged231.csv", "23.1"],
    ["GEDEvent_v23_1.csv", "23.1"],
    ["GEDEvent_v24_01_24_03.csv", "24.01.24.03"],
    ["data/2019/ucdp-ged-23.1-sample.csv", "23.1"],
    ["C:\\data 22.1\\ged241.csv", "24.1"],
    ["GED.csv", null],
    ["events-2019.csv", null],
  ])("of UCDP: %s is %s", (path, edition) => {
    expect(editionOfNames([path], ucdpGed)?.edition ?? null).toBe(edition);
  });

  it.each([
    ["acled-2024-05-01.csv", "2024-05-01"],
    ["1997-01-01-2021-11-13-Ghana.csv", "2021-11-13"],
    ["Africa.csv", null],
  ])("of ACLED: %s is %s, the last day", (path, edition) => {
    expect(editionOfNames([path], acled)?.edition ?? null).toBe(edition);
  });

  it("is one: a file without one is of that of the others, and two are refused", () => {
    expect(editionOfNames(["ged231.csv", "more.csv"], ucdpGed)).toEqual({ edition: "23.1", from: "file name" });
    expect(() => editionOfNames(["ged231.csv", "ged241.csv"], ucdpGed)).toThrow("23.1, 24.1");
  });
});
