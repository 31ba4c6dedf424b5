import { textCitation } from "#pipeline/core/citation.ts";
import { dataset, doiAddress } from "#schemas/dataset.ts";
import type { PageContext } from "./page.ts";
import { distributions } from "./parts/downloads.ts";

/** The release as a schema.org `Dataset`, for search engines of data. It names no person. */
export function linkedData(context: PageContext): object {
  const { view, base } = context;
  const { cited, version } = view;
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: dataset.title,
    alternateName: dataset.name,
    description: dataset.description,
    keywords: dataset.keywords,
    version,
    datePublished: cited.created,
    inLanguage: dataset.language,
    isAccessibleForFree: true,
    license: dataset.licence.url,
    creator: { "@type": "Organization", name: dataset.author },
    citation: textCitation(cited),
    spatialCoverage: countriesIn(context).map((name) => ({ "@type": "Country", name })),
    ...(cited.doi === null ? {} : { identifier: doiAddress(cited.doi), sameAs: doiAddress(cited.doi) }),
    ...(base === null ? {} : { url: `${base}${version}/`, distribution: distributions(context) }),
  };
}

/** The countries that rows of the expansion name. */
const countriesIn = ({ view }: PageContext) =>
  [...new Set(view.rows("expansion_timeline").map(({ country = "" }) => country))].filter((name) => name !== "").sort();
