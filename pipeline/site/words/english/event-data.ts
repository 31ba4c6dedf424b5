/** The words for what event data say beside a record. */
export const eventDataWords = {
  linksTitle: "Beside event data",
  linksNote:
    "Somebody, or a declared rule, looked at these events and decided whether they are the event of this row. A row without an event here is not refuted: sets of events have rules of their own on what they include.",
  linksCaption: "Events of event data",
  linkHeads: {
    source: "Event data",
    event: "Event",
    verdict: "Verdict",
    distance: "Metres apart",
    gap: "Days apart",
    decided: "Decided by",
    reason: "Reason",
  },
  countsTitle: "The claim beside counts",
  countsNote:
    "What event data count for the same actor, area and time, by wider and narrower definitions. It is no verdict on the claim: the two may count different things.",
  countsCaption: "Counts of event data",
  countHeads: {
    source: "Event data",
    query: "Query",
    definition: "Definition",
    area: "Area",
    first: "From",
    last: "To",
    counted: "Count",
    vague: "Vague events",
    reason: "To know",
  },
  edition: (title: string, edition: string) => `${title} ${edition}`,
};
