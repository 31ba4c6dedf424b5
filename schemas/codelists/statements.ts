import { codelist } from "#schemas/codelist.ts";

export const statementType = codelist("statement_type", "Type of statement", {
  reported: ["Reported", "The source reports something that happened, exists or was found."],
  assessed: ["Assessed", "The source gives an analyst's judgement, explanation or characterisation."],
  forecast: ["Forecast", "The source says what may or will happen: a scenario, a plan, a warning or an expectation."],
});

export const certainty = codelist("certainty", "Certainty", {
  stated: ["Stated", "The source says it outright, in its own voice."],
  hedged: ["Hedged", "The source qualifies it: about, believed to, apparently, likely, reportedly."],
  attributed: ["Attributed", "The source says that somebody else says it; attributed_to names who."],
});

export const agreement = codelist("agreement", "Agreement", {
  single: ["Single", "One independent source has statements about it, and nothing in them differs."],
  corroborated: [
    "Corroborated",
    "Two or more independent sources have statements about it, and nothing that is compared differs.",
  ],
  compatible: [
    "Compatible",
    "Statements differ, but all can be right: one is less precise or more complete than another.",
  ],
  conflicting: ["Conflicting", "At least one column has statements that cannot all be right."],
});

export const claimStatus = codelist("claim_status", "Status of a claim", {
  accepted: ["Accepted", "The claim is the published value, or a part of it."],
  compatible: [
    "Compatible",
    "Not published, but it does not contradict what is: it is less precise, or worded differently.",
  ],
  outvoted: ["Outvoted", "Not published: the column's rule preferred another claim, which this one does not fit."],
  overruled: ["Overruled", "Not published: a coder decided, with a reason, in favour of another claim."],
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
  boilerplate: ["Boilerplate", "Standard parts of a page, a licence, a biography or an appeal to readers."],
  heading: ["Heading", "A title, heading or caption."],
  repeats: ["Repeats", "Says nothing that a cited sentence of the same document does not say."],
  background: ["Background", "Says nothing about an actor, place, event or figure."],
  opinion: ["Opinion", "A value judgement without a fact that could be coded."],
  advice: ["Advice", "A recommendation."],
  fragment: ["Fragment", "Not a sentence: the rest of a broken line, or a mark."],
});
