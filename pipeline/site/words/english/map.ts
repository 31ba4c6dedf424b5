import { expansionMapWords } from "#pipeline/drawing/map/expansion-map-words.ts";

const steps = expansionMapWords.steps;

export const mapWords = {
  drawing: expansionMapWords,
  title: "Map of the expansion",
  lead: "Where sources place the steps by which JNIM and the groups around it spread: those with a date on one map, and those without one on another.",
  limits: [
    "A mark says that a source mentions a step there at some time. It is not a map of control, and there are no front lines.",
    "The size of an area means nothing: most sources name a country or a part of one, and the map cannot be more precise than they are.",
    "A place without a mark is one that no step of these documents names. That does not mean that nothing happened there.",
    "Words in a dashed frame stand where a person put them, because nobody outlines the area that they name.",
  ],
  regionLabel: "The two maps",
  control: {
    legend: "Years",
    from: "From",
    to: "to",
    all: "All years",
    /** The script replaces `{seen}` and `{all}`. */
    status:
      "{seen} of {all} dated steps may lie in these years; the others are faint. Steps without a date always stay.",
  },
  datedTitle: (number: number) => `Steps with a date: ${number}`,
  datedCaption: "Steps of the expansion with a date, in order",
  undatedTitle: (number: number) => `Steps without a date: ${number}`,
  undatedNote:
    "The sources give these steps no date that can be used. That says nothing about when they happened, nor about how certain they are.",
  noCountry: "Several countries",
  undatedCountry: (country: string, number: number) => `${country}: ${steps(number)}`,
  undatedCaption: (country: string) => `Steps without a date: ${country}`,
  heads: {
    when: "When",
    edtf: "Date (EDTF)",
    where: "Where",
    step: "Step",
    actor: "Actor",
    sources: "Sources",
    agreement: "Agreement",
  },
  byCountryTitle: "By country",
  byCountryCaption: "For each actor and country, the steps and the earliest date that a source gives",
  byCountryNote: "The earliest dated step is not the first one: a step without a date may be earlier.",
  byCountryHeads: {
    country: "Country",
    actor: "Actor",
    earliest: "Earliest dated step",
    dated: "With a date",
    undated: "Without a date",
    steps: "Dated steps that may be the earliest",
  },
  /** What a link on the map says, if it leads to several steps. */
  stepsAt: (place: string, said: string) => `${place}: ${said}, listed below`,
};
