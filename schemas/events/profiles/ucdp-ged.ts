import { EventProfile } from "#schemas/events/profile.ts";

/** Codes of where_prec and date_prec are UCDP's own (UCDP GED Codebook 22.1, sections 5.4.2 and 5.6). */
export const ucdpGed = EventProfile.parse({
  event_source: "ucdp-ged",
  title: "UCDP Georeferenced Event Dataset (GED) Global",
  publisher: "Uppsala Conflict Data Program, Uppsala University",
  citation:
    'Sundberg, Ralph, and Erik Melander (2013). "Introducing the UCDP Georeferenced Event Dataset." Journal of Peace Research 50(4). And the article on the year of the edition, for 23.1: Davies, Shawn, Therese Pettersson, and Magnus Öberg (2023). "Organized violence 1989–2022, and the return of conflict between states." Journal of Peace Research 60(4).',
  licence: "CC BY 4.0",
  url: "https://ucdp.uu.se/downloads/",
  may_publish: true,
  inclusion_rule:
    "An incident in which an organised actor used armed force against another one or against civilians, with at least one direct death by the low, the best or the high estimate, at a place and a time, and in which both sides are known; only sides that reached 25 deaths in some year are included, but then with their events of all years.",
  edition_in_name: "version",
  columns: {
    event_id: ["id"],
    date_start: ["date_start"],
    date_end: ["date_end"],
    date_prec: ["date_prec"],
    latitude: ["latitude"],
    longitude: ["longitude"],
    where_prec: ["where_prec"],
    country: ["country"],
    iso3: ["iso3"],
    admin1: ["adm_1"],
    admin2: ["adm_2"],
    location: ["where_coordinates"],
    actor_a: ["side_a"],
    actor_b: ["side_b"],
    event_type: ["type_of_violence"],
    deaths_low: ["low", "low_est"],
    deaths_best: ["best", "best_est"],
    deaths_high: ["high", "high_est"],
    deaths_civilians: ["deaths_civilians"],
  },
  date_precision: {
    codes: Object.fromEntries([1, 2, 3, 4, 5].map((date_prec) => [String(date_prec), { date_prec, days: "as_dated" }])),
  },
  where_precision: { codes: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((code) => [String(code), code])) },
  event_kinds: { "1": "armed_clash", "2": "armed_clash", "3": "against_civilians" },
  event_types: { "1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence" },
});
