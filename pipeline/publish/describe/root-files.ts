import { jsonText } from "#pipeline/core/json-text.ts";
import { repository } from "#schemas/addresses.ts";
import { dataset, doi, doiAddress } from "#schemas/dataset.ts";
import { LICENCE_TEXT } from "#schemas/licence-text.ts";

/** The addresses that the files at the root name, where they are known. */
export interface KnownAddresses {
  readonly repository: string | null;
  readonly doi: string | null;
}

const KNOWN: KnownAddresses = { repository, doi };

/** What the files are made from. */
interface RootInput {
  /** CITATION.cff of the newest release. */
  readonly citation: string;
  /** README.md of the repository, whose badges are replaced. */
  readonly readme: string;
}

/** The files at the root of the repository that hosting sites read: name and text. */
export const rootFiles = ({ citation, readme }: RootInput): readonly (readonly [name: string, text: string])[] => [
  ["CITATION.cff", citation],
  [".zenodo.json", `${jsonText(zenodoMetadata(), 2)}\n`],
  ["LICENSE-DATA", LICENCE_TEXT],
  ["README.md", readme.replace(BADGES, () => badges())],
];

/**
 * `.zenodo.json`, which Zenodo reads when it makes a record of a tag. It has neither version nor date, because Zenodo
 * takes both from the tag; so it changes only with the facts about the dataset.
 *
 * Fields: https://developers.zenodo.org/#deposit-metadata
 */
export const zenodoMetadata = ({ repository }: KnownAddresses = KNOWN) => ({
  title: dataset.title,
  description: paragraph(dataset.description),
  creators: [{ name: dataset.author }],
  upload_type: "dataset",
  access_right: "open",
  license: dataset.licence.id.toLowerCase(),
  language: "eng",
  keywords: [...dataset.keywords],
  ...(repository === null
    ? {}
    : { related_identifiers: [{ identifier: repository, relation: "isCompiledBy", scheme: "url" }] }),
});

/** Zenodo reads descriptions as HTML. */
const paragraph = (text: string) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;

const BADGES = /(?<=<!-- badges:[^\n]*-->\n).*?(?=<!-- \/badges -->)/su;

/** The badges of README.md, one a line. Those whose address is not known yet are left out. */
export function badges({ repository, doi }: KnownAddresses = KNOWN): string {
  const ofRepository = (home: string) => [
    workflowBadge(home, "check"),
    workflowBadge(home, "publish"),
    badge({
      text: "Latest release",
      image: `https://img.shields.io/github/v/release/${home.replace("https://github.com/", "")}?label=data`,
      target: `${home}/releases/latest`,
    }),
  ];
  return [
    ...(repository === null ? [] : ofRepository(repository)),
    ...(doi === null
      ? []
      : [badge({ text: `DOI ${doi}`, image: `https://zenodo.org/badge/DOI/${doi}.svg`, target: doiAddress(doi) })]),
    badge({
      text: "Data: CC BY 4.0",
      image: "https://img.shields.io/badge/data-CC%20BY%204.0-blue",
      target: "LICENSE-DATA",
    }),
    badge({ text: "Code: MIT", image: "https://img.shields.io/badge/code-MIT-blue", target: "LICENSE" }),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

const workflowBadge = (home: string, name: string) =>
  badge({
    text: name,
    image: `${home}/actions/workflows/${name}.yml/badge.svg?branch=main`,
    target: `${home}/actions/workflows/${name}.yml`,
  });

interface Badge {
  /** What it says where images are not shown. */
  readonly text: string;
  readonly image: string;
  readonly target: string;
}

const badge = ({ text, image, target }: Badge) => `[![${text}](${image})](${target})`;
