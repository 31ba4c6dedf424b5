import { dateWords } from "./english-dates.ts";

/** How records are named. */
export const titleWords = {
  /** `Katiba Macina: emergence, central Mali` */
  titled: (who: string, what: string) => [who, what].filter((part) => part !== "").join(": "),
  at: (what: string, where: string) => [what, where].filter((part) => part !== "").join(", "),
  dated: (what: string, when: string) => (when === "" ? what : `${what}, ${when}`),
  relation: (actor: string, relation: string, related: string) => `${actor}: ${relation} ${related}`,
  attribute: (attribute: string, value: string) => (value === "" ? attribute : `${attribute}: ${value}`),
  against: (one: string, other: string) => (other === "" ? one : one === "" ? other : `${one} and ${other}`),
  name: (name: string, type: string, actor: string) => `“${name}”, ${type} of ${actor}`,
  erratum: (source: string, printed: string) => `Slip in ${source}: “${printed}”`,
  /** `evt-038 and event 431002 of ucdp-ged 23.1: same` */
  eventLink: (record: string, event: string, edition: string, verdict: string) =>
    `${record} and event ${event} of ${edition}: ${verdict}`,
  /** `prf-135 beside ucdp-ged 23.1: 12 (regions_active, declared)` */
  eventCount: (record: string, edition: string, counted: string, query: string) =>
    `${record} beside ${edition}: ${counted} (${query})`,
};

/** The words for titles in English. Those of another language are another value of the type `TitleWords`. */
export const englishTitles = { records: titleWords, dates: dateWords };
