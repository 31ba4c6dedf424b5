/** What is true of the dataset in every release: the words that all descriptors share. */
export const dataset = {
  name: "jnim-data",
  title: "JNIM in the Sahel: profile, expansion and economic warfare, traced to the sentence",
  /** The first sentence stands alone. */
  description:
    "Records about Jama'at Nusrat al-Islam wal-Muslimin (JNIM) in the Sahel, hand-coded from five documents: its profile, relations and names, the steps of its expansion, its economic warfare, and other events. " +
    "Every cell leads to the sentences it was coded from; sources that disagree stand side by side under a declared rule; dates are kept as vague as the source made them.",
  keywords: [
    "JNIM",
    "Sahel",
    "Mali",
    "Burkina Faso",
    "Niger",
    "armed conflict",
    "economic warfare",
    "evidence",
    "provenance",
  ],
  /** Credited as a body: the coders are not named. */
  author: "jnim-data contributors",
  licence: {
    id: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0 International",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  language: "en",
} as const;
