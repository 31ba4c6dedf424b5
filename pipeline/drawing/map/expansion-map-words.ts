import { dataset } from "#schemas/dataset.ts";

const steps = (number: number) => (number === 1 ? "1 step" : `${number} steps`);
const years = (first: number, last: number) => (first === last ? String(first) : `${first}–${last}`);

/** The words in and around the map of the expansion. */
export const expansionMapWords = {
  title: "Where sources place the steps of the expansion",
  dated: (number: number) => `Steps with a date: ${number}`,
  undated: (number: number) => `Steps without a date: ${number}`,
  steps,
  years,
  stepsInYears: (number: number, first: number, last: number) => `${steps(number)}, ${years(first, last)}`,
  somewhere: "somewhere here:",
  legend: {
    point: "a place with coordinates",
    unit: "a unit that a source names, with its own outline",
    country: "somewhere in the country",
    area: "an area without an outline: a person chose where its words stand",
  },
  meaning:
    "A mark says that a source mentions a step there, at some time. It never says that a group controls the place, and the size of an area means nothing.",
  nowhere: "Not on the map, because it spans several countries or has no place of its own there:",
  crowded: "Not on the map, because there is no room for its words:",
  listed: (name: string, said: string) => `${name} (${said})`,
  data: (version: string) => `Data: ${dataset.name} ${version}, table expansion_timeline, ${dataset.licence.id}.`,
  source:
    "Outlines: Natural Earth 1:10m (public domain), first-level units and provinces of Burkina Faso; older than some regions, so that there is no Ménaka or Bandiagara. Countries are cut at the edge, and land without an outline here, such as Guinea and Senegal, is blank like the sea.",
  alternative:
    "Two maps of West Africa. The first shows where sources place the steps of the expansion that have a date, with their years, and the second those without one. Named areas without an outline are words in a dashed frame, and countries with a step somewhere are hatched. The table expansion_timeline has the same as rows.",
};

export type ExpansionMapWords = typeof expansionMapWords;
