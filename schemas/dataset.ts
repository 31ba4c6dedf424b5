/** The facts and words about the dataset that all descriptors of all releases share. */
export const dataset = {
  name: "jnim-data",
  title: "JNIM in the Sahel: profile, expansion and economic warfare, traced to the sentence",
  /** The first sentence must make sense on its own. */
  description:
    "Records about Jama'at Nusrat al-Islam wal-Muslimin (JNIM) in the Sahel, hand-coded from published documents: its profile, relations and names, the steps of its expansion, its economic warfare, and other events. " +
    "Every cell can be traced to the sentences it was coded from. Each row is led by one statement and claims no more than that. Where sources disagree, their claims stand side by side, and every disagreement is itself a row. Dates are only as precise as the sources make them.",
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
  /** The contributors are credited as a group; the coders are not named. */
  author: "jnim-data contributors",
  licence: {
    id: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0 International",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  language: "en",
} as const;

/**
 * The DOI that stands for all versions, such as `10.5281/zenodo.1234567` (Zenodo calls it the concept DOI); `null` until
 * there is one. Every citation and descriptor names it from the next release on.
 */
export const doi: string | null = null;

const DOI_RESOLVER = "https://doi.org/";

/** A DOI → its address. */
export const doiAddress = (name: string) => `${DOI_RESOLVER}${name}`;

/** The address of a DOI → the DOI; `null` for any other address. */
export const doiOfAddress = (address: string): string | null =>
  address.startsWith(DOI_RESOLVER) ? address.slice(DOI_RESOLVER.length) : null;
