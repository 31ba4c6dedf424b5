import { countDefinition, eventKind } from "#schemas/codelists/event-data.ts";

export type EventKind = (typeof eventKind)["codes"][number]["code"];
export type CountDefinition = (typeof countDefinition)["codes"][number]["code"];

/** The definitions in the order in which readers see them. */
export const countDefinitions: readonly CountDefinition[] = countDefinition.codes.map(({ code }) => code);

/** What each definition takes in, for all queries. */
export const definitionRules = {
  narrower: { who: "actor", includesVague: false, deaths: "low" },
  declared: { who: "family", includesVague: false, deaths: "best" },
  wider: { who: "family", includesVague: true, deaths: "high" },
  any_actor: { who: "anyone", includesVague: false, deaths: "best" },
} as const satisfies Readonly<Record<CountDefinition, object>>;

/** What a share is a share of. */
interface ShareOf {
  readonly kinds: readonly EventKind[];
  /** `anywhere`: also outside the area of the claim. */
  readonly where: "area" | "anywhere";
  /** `anyone`: whoever took part. Otherwise the same as what is counted. */
  readonly who: "same" | "anyone";
}

/** The query for the claims of one attribute: how event data are asked what a document claims. */
export interface CountQuery {
  readonly name: string;
  /** The attribute of actor_profile whose claims it is for. */
  readonly attribute: string;
  /** The unit that a claim has, and the count. */
  readonly unit: string;
  readonly measure: "events" | "deaths" | "units" | "countries" | "share";
  /** Which claims of the attribute it is for: the first query of the attribute that fits is taken. */
  readonly fits: "always" | "value_names_kind" | "value_names_place";
  /** What it counts, in one sentence. */
  readonly description: string;
  /** Where the claim has to lie, if anywhere. `country`: the place must be a country. */
  readonly needsPlace: "no" | "yes" | "country";
  /** Kinds of events by definition; a definition that is missing is not counted. `of_value`: the kind that the value names. */
  readonly kinds: Readonly<Partial<Record<CountDefinition, readonly EventKind[] | "of_value">>>;
  readonly shareOf: ShareOf | null;
}

const violence: readonly EventKind[] = ["armed_clash", "remote_violence", "against_civilians"];
const allKinds: readonly EventKind[] = eventKind.codes.map(({ code }) => code);

const always = { fits: "always", needsPlace: "no", shareOf: null } as const;

const inAll = <K extends readonly EventKind[] | "of_value">(kinds: K) => ({
  narrower: kinds,
  declared: kinds,
  wider: kinds,
  any_actor: kinds,
});

/**
 * Every query, with what it counts. The actor of the claim stands on either side of an event; if the claim names a
 * second actor, the two stand on different sides, whichever is first.
 */
export const countQueries: readonly CountQuery[] = [
  {
    ...always,
    name: "attacks",
    attribute: "attacks_n",
    unit: "attacks",
    measure: "events",
    description: "Violent events in which the actor took part, on either side: event data do not say who attacked.",
    kinds: inAll(violence),
  },
  {
    ...always,
    name: "clashes",
    attribute: "clashes_n",
    unit: "clashes",
    measure: "events",
    description: "Armed clashes in which the actor took part; the wider definition adds remote violence.",
    kinds: { ...inAll(["armed_clash"]), wider: ["armed_clash", "remote_violence"] },
  },
  {
    ...always,
    name: "deaths",
    attribute: "deaths_n",
    unit: "deaths",
    measure: "deaths",
    description:
      "All deaths in violent events in which the actor took part, of fighters and civilians alike: by the best estimate, in the narrower definition by the low one, in the wider by the high one.",
    kinds: inAll(violence),
  },
  {
    ...always,
    name: "regions_active",
    attribute: "regions_active_n",
    unit: "regions",
    measure: "units",
    needsPlace: "country",
    description: "First-level units of the country with at least one violent event in which the actor took part.",
    kinds: inAll(violence),
  },
  {
    ...always,
    name: "countries_active",
    attribute: "countries_active_n",
    unit: "countries",
    measure: "countries",
    description: "Countries with at least one violent event in which the actor took part.",
    kinds: inAll(violence),
  },
  {
    ...always,
    name: "share_of_kind",
    attribute: "share_of_activity",
    unit: "percent",
    measure: "share",
    fits: "value_names_kind",
    description: "Events of the kind that the claim names, out of all events in which the actor took part.",
    kinds: inAll("of_value"),
    shareOf: { kinds: allKinds, where: "area", who: "same" },
  },
  {
    ...always,
    name: "share_in_place",
    attribute: "share_of_activity",
    unit: "percent",
    measure: "share",
    fits: "value_names_place",
    needsPlace: "yes",
    description: "Violent events in the place, out of all violent events in which the actor took part anywhere.",
    kinds: inAll(violence),
    shareOf: { kinds: violence, where: "anywhere", who: "same" },
  },
  {
    ...always,
    name: "share_of_all",
    attribute: "share_of_activity",
    unit: "percent",
    measure: "share",
    needsPlace: "yes",
    description: "Violent events in which the actor took part, out of all violent events in the place.",
    kinds: { narrower: violence, declared: violence, wider: violence },
    shareOf: { kinds: violence, where: "area", who: "anyone" },
  },
];

/** The attributes whose claims can be counted. */
export const countedAttributes: readonly string[] = [...new Set(countQueries.map(({ attribute }) => attribute))];
