/** The words of the page on economic warfare. */
export const warfareWords = {
  title: "Economic warfare",
  lead: "What the documents say about how the group denies goods and movement to others, and how it finds its own means: by tactic and place.",
  countNote:
    "“2 + 1” means 2 incidents and 1 pattern. An incident is one act tied to a place smaller than a country or to a date; a pattern is a practice in general, or in a country as a whole. Each number leads to its rows.",
  matrixCaption: (mode: string) => `${mode}: tactic by country`,
  tactic: "Tactic",
  severalCountries: "Several countries",
  noPlace: "No place stated",
  total: "All",
  cell: (incidents: number, patterns: number) => `${incidents} + ${patterns}`,
  inWords: (incidents: number, patterns: number) =>
    `${incidents} ${incidents === 1 ? "incident" : "incidents"} and ${patterns} ${patterns === 1 ? "pattern" : "patterns"}`,
  rowsTitle: (mode: string) => `${mode}: the rows`,
  purposesTitle: "Purposes",
  targetsTitle: "Targets",
  countsCaption: (what: string) => `${what}: rows that name them`,
  countsHeads: { code: "What", rows: "Incidents + patterns", of: "Rows" },
  limits: [
    "The numbers count what documents mention. They are no rate and no ranking: attention is not activity.",
    "A purpose is what a source says or what it attributes, not what the group thinks.",
    "Write about people as people: a row is a village without food, or a school without teachers.",
  ],
};
