import { EventProfile } from "#schemas/events/profile.ts";

/**
 * Precision as in the ACLED Codebook (2023, "Time precision", "Geo-precision"): a time precision of 2 means that the
 * source names a week or a weekend, and that the date is the middle of it; 3 means that only the month is known. A geo
 * precision of 2 means a part of a region, represented by a town near it; 3 means a whole region.
 */
export const acled = EventProfile.parse({
  event_source: "acled",
  title: "Armed Conflict Location & Event Data (ACLED)",
  publisher: "ACLED",
  citation:
    'Raleigh, Clionadh, Roudabeh Kishi, and Andrew Linke (2023). "Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices." Humanities and Social Sciences Communications 10.',
  licence: "ACLED terms of use",
  url: "https://acleddata.com/",
  may_publish: false,
  inclusion_rule:
    "A reported event of political violence, a demonstration, or a strategic development without violence, by one or two named or unidentified actors, whether or not anybody died.",
  edition_in_name: "day",
  columns: {
    event_id: ["event_id_cnty", "data_id"],
    date_start: ["event_date"],
    date_prec: ["time_precision"],
    latitude: ["latitude"],
    longitude: ["longitude"],
    where_prec: ["geo_precision"],
    country: ["country"],
    iso3: ["iso3"],
    iso_number: ["iso"],
    admin1: ["admin1"],
    admin2: ["admin2"],
    location: ["location"],
    actor_a: ["actor1"],
    assoc_a: ["assoc_actor_1", "ally_actor_1"],
    actor_b: ["actor2"],
    assoc_b: ["assoc_actor_2", "ally_actor_2"],
    event_type: ["event_type"],
    sub_event_type: ["sub_event_type"],
    deaths_best: ["fatalities"],
  },
  date_precision: {
    codes: {
      "1": { date_prec: 1, days: "as_dated" },
      "2": { date_prec: 3, days: "week" },
      "3": { date_prec: 4, days: "month" },
    },
  },
  where_precision: { codes: { "1": 1, "2": 3, "3": 4 } },
  event_kinds: {
    Battles: "armed_clash",
    "Explosions/Remote violence": "remote_violence",
    "Violence against civilians": "against_civilians",
    Protests: "unrest",
    Riots: "unrest",
    "Strategic developments": "other",
    // Until 2018.
    "Battle-No change of territory": "armed_clash",
    "Battle-Government regains territory": "armed_clash",
    "Battle-Non-state actor overtakes territory": "armed_clash",
    "Battle-Non-state actors overtake territory": "armed_clash",
    "Battle-Rebels overtake territory": "armed_clash",
    "Remote violence": "remote_violence",
    "Riots/Protests": "unrest",
    "Strategic development": "other",
    "Non-violent transfer of territory": "other",
    "Headquarters or base established": "other",
    "Non-violent activity by a conflict actor": "other",
  },
});
