import { codelist } from "#schemas/codelist.ts";

export const sourceType = codelist("source_type", "Type of source", {
  research_profile: ["Research profile", "A profile by an organisation that collects its own data."],
  policy_analysis: ["Policy analysis", "An analysis by a research institute or think tank, from others' reporting."],
  blog_analysis: ["Web analysis", "An analysis on a web site whose publisher or author is not known."],
  news: ["News", "An article of a news site."],
});

/** Of the six grades of the Admiralty system, A to F, those that a source was given so far. */
export const reliability = codelist("reliability", "Reliability of a source (Admiralty system)", {
  B: ["Usually reliable", "Minor doubts."],
  C: ["Fairly reliable", "Doubts, but mostly right in the past or in what can be checked."],
  D: ["Not usually reliable", "Significant doubts."],
  E: ["Unreliable", "Lacks authenticity, trustworthiness or competence."],
});

export const dateBasis = codelist("date_basis", "How a source's date is known", {
  stated: ["Stated", "The document gives it."],
  found: ["Found", "Given by the place where the document was found."],
  inferred: ["Inferred", "Reckoned from what the document mentions."],
});
