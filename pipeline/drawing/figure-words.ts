import { dataset } from "#schemas/dataset.ts";

const dataLine = (version: string, tables: string) =>
  `Data: ${dataset.name} ${version}, ${tables}, ${dataset.licence.id}.`;

/** The words in the figures of a release, apart from the map's. Pages with the same drawing use them too. */
export const figureWords = {
  timeline: {
    title: "Steps of the expansion and events that sources date",
    nobody: "No actor named",
    persons: "Persons",
    by: (actor: string, what: string) => `${actor}: ${what}`,
    says: (source: string, what: string) => `${source} says: ${what}`,
    step: (type: string, where: string) => `Step: ${type}${where === "" ? "" : `, ${where}`}`,
    event: (type: string, where: string) => `${type}${where === "" ? "" : `, ${where}`}`,
    meaning:
      "A dot is a known day; an outlined bar means once, somewhere in here; a full bar, that it lasted; an arrow, that its start or end is not known.",
    undated: (number: number) => `Not drawn, because they have no date: ${number} steps and events.`,
    data: (version: string) => dataLine(version, "tables expansion_timeline and events"),
    alternative:
      "A timeline of the steps of the expansion and the events that have a date, by actor, with a bar from the first to the last day that each date allows. The tables expansion_timeline and events have the same as rows.",
  },
  warfare: {
    title: "Economic warfare that sources mention, by tactic and place",
    severalCountries: "Several countries",
    noPlace: "No place stated",
    meaning:
      "“2 + 1” means 2 incidents and 1 pattern. The numbers count what documents mention: they are neither a rate nor a ranking.",
    cell: (incidents: number, patterns: number) => `${incidents} + ${patterns}`,
    data: (version: string) => dataLine(version, "tables economic_warfare_incidents and economic_warfare_patterns"),
    alternative:
      "Two grids of tactics by country, one for denial and one for resourcing, with the numbers of incidents and patterns of economic warfare in their cells. The tables economic_warfare_incidents and economic_warfare_patterns have the same as rows.",
  },
  retelling: {
    title: "Which document retells which",
    label: "retells",
    meaning:
      "A document that retells another one is not a second witness: together they count as one independent source.",
    data: (version: string) => dataLine(version, "table source_provenance"),
    alternative:
      "The documents as boxes. An arrow leads from each document that retells another one to that one. The column derived_from of source_provenance has the same.",
  },
};
