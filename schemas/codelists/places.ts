import { codelist } from "#schemas/codelist.ts";

export const placeKind = codelist("place_kind", "Kind of place", {
  country: ["Country", "A state."],
  capital: ["Capital", "The capital of a state."],
  city: ["City", "A large town that is the seat of a region."],
  town: ["Town", "A town."],
  village: ["Village", "A village."],
  region: ["Region", "A first-level administrative unit."],
  district: ["District", "A second-level unit of Mali (cercle), or a similar unit."],
  province: ["Province", "A second-level unit of Burkina Faso."],
  valley: ["Valley", "The valley of a river."],
  plain: ["Plain", "A plain."],
  area: ["Area", "A part of one country without official boundaries."],
  cross_border_area: ["Cross-border area", "An area that spans several countries."],
  world_region: ["World region", "A region of several countries."],
});

export const country = codelist("country", "Country (ISO 3166-1 alpha-3)", {
  AFG: ["Afghanistan", "Islamic Emirate of Afghanistan, as the sources call it."],
  ARE: ["United Arab Emirates", "United Arab Emirates."],
  BEN: ["Benin", "Republic of Benin."],
  BFA: ["Burkina Faso", "Burkina Faso."],
  CIV: ["Côte d'Ivoire", "Republic of Côte d'Ivoire; also called Ivory Coast."],
  DZA: ["Algeria", "People's Democratic Republic of Algeria."],
  FRA: ["France", "French Republic."],
  GBR: ["United Kingdom", "United Kingdom of Great Britain and Northern Ireland."],
  GHA: ["Ghana", "Republic of Ghana."],
  MLI: ["Mali", "Republic of Mali."],
  MRT: ["Mauritania", "Islamic Republic of Mauritania."],
  NER: ["Niger", "Republic of the Niger."],
  NGA: ["Nigeria", "Federal Republic of Nigeria."],
  RUS: ["Russia", "Russian Federation."],
  TCD: ["Chad", "Republic of Chad."],
  TGO: ["Togo", "Togolese Republic."],
  USA: ["United States", "United States of America."],
});

/** The two-letter code (ISO 3166-1 alpha-2) of each country, with which its P-codes begin. */
export const twoLetterCodes: { readonly [C in (typeof country)["codes"][number]["code"]]: string } = {
  AFG: "AF",
  ARE: "AE",
  BEN: "BJ",
  BFA: "BF",
  CIV: "CI",
  DZA: "DZ",
  FRA: "FR",
  GBR: "GB",
  GHA: "GH",
  MLI: "ML",
  MRT: "MR",
  NER: "NE",
  NGA: "NG",
  RUS: "RU",
  TCD: "TD",
  TGO: "TG",
  USA: "US",
};
