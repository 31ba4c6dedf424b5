import { describe, expect, it } from "vitest";
import { EventProfile } from "#schemas/events/profile.ts";
import { eventProfile, eventProfiles, mayPublish } from "#schemas/events/profiles.ts";

describe("profiles", () => {
  it("are valid, and each is found by its name", () => {
    for (const profile of eventProfiles) {
      expect(EventProfile.safeParse(profile).success).toBe(true);
      expect(eventProfile(profile.event_source)).toBe(profile);
    }
  });

  it("let only UCDP's ids and counts be published", () => {
    expect(["ucdp-ged", "ucdp-candidate", "acled", "of-my-own"].filter(mayPublish)).toEqual([
      "ucdp-ged",
      "ucdp-candidate",
    ]);
  });

  it("say by default that nothing may be published", () => {
    const { may_publish: _, ...silent } = eventProfiles[0] ?? {};
    expect(EventProfile.parse(silent).may_publish).toBe(false);
  });

  it("name what they lack", () => {
    expect(EventProfile.safeParse({}).success).toBe(false);
  });

  it("say of UCDP GED that 25 deaths in one year bring in the events of all years", () => {
    expect(eventProfile("ucdp-ged")?.inclusion_rule).toMatch(/25 deaths in some year .* events of all years\.$/u);
  });

  it("give a kind to each type that ACLED has had", () => {
    const oldest = ["Battle-Rebels overtake territory", "Non-violent activity by a conflict actor"];
    expect(oldest.map((type) => eventProfile("acled")?.event_kinds[type])).toEqual(["armed_clash", "other"]);
  });

  it("cite UCDP GED by its introduction and by the article on the year of the edition", () => {
    expect(eventProfile("ucdp-ged")?.citation).toMatch(/Sundberg.* 50\(4\)\..*Davies.* 60\(4\)\.$/u);
  });
});
