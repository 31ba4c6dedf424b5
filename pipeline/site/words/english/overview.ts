/** To be completed by the overview. */
export const overviewWords = {
  lead: "What five published documents say about JNIM.",
};
