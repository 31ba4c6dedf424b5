import { codelist } from "#schemas/codelist.ts";

export const statementType = codelist("statement_type", "Type of statement", {
  reported: ["Reported", "The source reports something that happened, exists or was found."],
  assessed: ["Assessed", "The source gives an analyst's judgement, explanation or characterisation."],
  forecast: [
    "Forecast",
    "The source speaks of what may or will come: a scenario, a plan, a warning or an expectation.",
  ],
});

export const certainty = codelist("certainty", "Certainty", {
  stated: ["Stated", "The source says it outright, in its own voice."],
  hedged: ["Hedged", "The source weakens it: about, believed to, apparently, likely, reportedly."],
  attributed: ["Attributed", "The source says that somebody else says so; attributed_to names whom."],
});

export const agreement = codelist("agreement", "Agreement", {
  single: ["Single", "One independent source speaks of it, and nothing that it says differs."],
  corroborated: ["Corroborated", "Two or more independent sources speak of it, and nothing compared differs."],
  compatible: ["Compatible", "Statements differ, but all can be right: one is vaguer or fuller than another."],
  conflicting: ["Conflicting", "At least one column has statements that can not all be right."],
});

export const claimStatus = codelist("claim_status", "Status of a claim", {
  accepted: ["Accepted", "The claim is, or is part of, what the record publishes."],
  compatible: ["Compatible", "Not published, but it contradicts nothing that is: it is vaguer, or worded otherwise."],
  outvoted: ["Outvoted", "Not published: the column's rule preferred another claim that this one does not fit."],
  overruled: ["Overruled", "Not published: a coder's decision, given with its reason, preferred another claim."],
});

export const datePrecision = codelist("date_precision", "Precision of a date", {
  day: ["Day", "One day."],
  week: ["Week", "2 to 7 days."],
  month: ["Month", "8 to 31 days."],
  quarter: ["Quarter", "32 to 92 days."],
  quadrimester: ["Quadrimester", "93 to 123 days: early, mid or late in a year."],
  half: ["Half-year", "124 to 184 days."],
  year: ["Year", "185 to 366 days."],
  longer: ["Longer", "More than 366 days, or open at one end."],
});

export const passedOverReason = codelist("passed_over_reason", "Why a sentence is passed over", {
  boilerplate: ["Boilerplate", "Furniture of the page, licence, biography, appeal to readers."],
  heading: ["Heading", "A title, heading or caption."],
  repeats: ["Repeats", "Says nothing that a cited sentence of the same document does not."],
  background: ["Background", "Says nothing about an actor, place, event or figure."],
  opinion: ["Opinion", "A value judgement without a fact that could be coded."],
  advice: ["Advice", "A recommendation."],
  fragment: ["Fragment", "Not a sentence: the rest of a cut line, a mark."],
});
