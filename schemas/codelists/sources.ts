import { codelist } from "#schemas/codelist.ts";

export const sourceType = codelist("source_type", "Type of source", {
  research_profile: ["Research profile", "A profile by an organisation that collects its own data."],
  policy_analysis: [
    "Policy analysis",
    "An analysis by a research institute or think tank, based on others' reporting.",
  ],
  blog_analysis: ["Web analysis", "An analysis on a website whose publisher or author is not known."],
  news: ["News", "An article from a news site."],
});

/** The grades of the Admiralty system (A to F) that at least one source has been given so far. */
export const reliability = codelist("reliability", "Reliability of a source (Admiralty system)", {
  B: ["Usually reliable", "Minor doubts."],
  C: ["Fairly reliable", "Doubts, but mostly right in the past or in what can be checked."],
  D: ["Not usually reliable", "Significant doubts."],
  E: ["Unreliable", "Lacks authenticity, trustworthiness or competence."],
});

export const dateBasis = codelist("date_basis", "How a source's date is known", {
  stated: ["Stated", "The document gives the date."],
  found: ["Found", "The place where the document was found gives the date."],
  inferred: ["Inferred", "Worked out from what the document mentions."],
});

export const sourceStatus = codelist("source_status", "Status of a source", {
  published: ["Published", "The whole document is coded, and its statements are published."],
  draft: ["Draft", "The document is still being coded: its rows are checked, but no release has them."],
});
