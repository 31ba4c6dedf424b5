import { describe, expect, it } from "vitest";
import { mapColumns, plainHeader } from "#pipeline/events/import/map-columns.ts";
import { EventProfile } from "#schemas/events/profile.ts";
import { acled } from "#schemas/events/profiles/acled.ts";
import { ucdpGed } from "#schemas/events/profiles/ucdp-ged.ts";

const GED = "id date_start date_end date_prec latitude longitude where_prec side_a side_b type_of_violence".split(" ");
const mapped = (header: readonly string[], profile: EventProfile = ucdpGed) => {
  const columns = mapColumns(header, profile);
  if ("issues" in columns) throw new Error(columns.issues.map(({ issue }) => issue.code).join(", "));
  return columns;
};
const issuesOf = (header: readonly string[], profile: EventProfile = ucdpGed) => {
  const columns = mapColumns(header, profile);
  return "issues" in columns ? columns.issues : [];
};

describe("the columns of a file", () => {
  it("are found whatever stands around them, and keep the header as it is written", () => {
    expect(mapped(["", ...GED, "notes", ""]).event_id).toEqual({ position: 1, header: "id" });
    expect(mapped(GED.map((name) => ` ${name.toUpperCase().replaceAll("_", " ")}`)).date_start).toEqual({
      position: 1,
      header: " DATE START",
    });
    expect(plainHeader("Événement (ID)")).toBe("evenement_id");
    expect(plainHeader("التاريخ")).not.toBe(plainHeader("البلد"));
  });

  it("are found under the names of shapefiles, which have ten letters", () => {
    expect(mapped(GED.map((name) => name.slice(0, 10))).event_type?.header).toBe("type_of_vi");
  });

  it("are not guessed from ten letters that two cells share", () => {
    const header = "event_id_c event_date time_preci event_type actor1 actor2 latitude longitude geo_precis assoc_acto";
    expect(mapped(header.split(" "), acled)).not.toHaveProperty("assoc_a");
  });

  it("are those of the name that the profile has first", () => {
    const header = "data_id event_id_cnty event_date time_precision event_type actor1 actor2 latitude longitude";
    expect(mapped([...header.split(" "), "geo_precision"], acled).event_id?.header).toBe("event_id_cnty");
  });

  it("are refused if one is missing, with the names it may have and the nearest header", () => {
    expect(issuesOf(GED.map((name) => (name === "latitude" ? "latitud" : name)))).toEqual([
      {
        column: null,
        issue: {
          code: "events/missing-columns",
          missing: [{ cell: "latitude", accepted: ["latitude"], nearest: "latitud" }],
        },
      },
    ]);
  });

  it("are refused without precision, unless the profile has one for all events", () => {
    const header = GED.filter((name) => !name.endsWith("_prec"));
    const missing = issuesOf(header).flatMap(({ issue }) =>
      issue.code === "events/missing-columns" ? issue.missing : [],
    );
    expect(missing.map(({ cell }) => cell)).toEqual(["date_prec", "where_prec"]);
    const always = { date_precision: { always: 1 }, where_precision: { always: 1 } };
    expect(issuesOf(header, EventProfile.parse({ ...ucdpGed, ...always }))).toEqual([]);
  });

  it("are refused if two have one name", () => {
    expect(issuesOf([...GED, "Latitude"])).toEqual([
      { column: "latitude", issue: { code: "events/duplicate-column" } },
    ]);
  });

  it("are refused as counts if they count events and no id is there", () => {
    expect(issuesOf(["admin1", "month", "Events"])).toEqual([
      { column: "Events", issue: { code: "events/counts-only" } },
    ]);
  });
});
