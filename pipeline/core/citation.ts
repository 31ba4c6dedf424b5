import { dataset, doiAddress } from "#schemas/dataset.ts";

/** The facts about a release, apart from its rows. */
export interface ReleaseFacts {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
}

/** The facts that a citation needs. They are known once the data files are made. */
export interface CitedRelease extends ReleaseFacts {
  readonly dataHash: string;
  /** The DOI of the dataset, if it has one. */
  readonly doi: string | null;
}

const yearOf = (day: string) => day.slice(0, 4);

/** A citation in one line, for a list of references. */
export const textCitation = ({ version, created, dataHash, doi }: CitedRelease) =>
  `${dataset.author} (${yearOf(created)}). ${dataset.title} (${dataset.name}, version ${version}, ${created}) [Data set].${doi === null ? "" : ` ${doiAddress(doi)}.`} SHA-256 of the data: ${dataHash}.`;

/** An entry that both BibTeX and biblatex accept. */
export const bibtexCitation = ({ version, created, dataHash, doi }: CitedRelease) =>
  `@misc{${dataset.name}-${version},
  author       = {{${dataset.author}}},
  title        = {{${dataset.title}}},
  year         = {${yearOf(created)}},
  version      = {${version}},${
    doi === null
      ? ""
      : `
  doi          = {${doi}},`
  }
  howpublished = {Data set ${dataset.name}, version ${version} of ${created}},
  note         = {SHA-256 of the data: ${dataHash}},
}
`;

/** The citation of one row, which `explain` also accepts. */
export const rowCitation = (version: string, recordId: string) => `${dataset.name}@${version}#${recordId}`;
