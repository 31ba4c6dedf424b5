import { codelist } from "#schemas/codelist.ts";

export const disagreementKind = codelist("disagreement_kind", "Kind of disagreement", {
  conflict: ["Conflict", "The positions cannot all be right."],
  differs_in_time: ["Differs in time", "The positions hold for different times, or the situation changed meanwhile."],
  differs_in_precision: ["Differs in precision", "One position is more precise than another."],
  differs_in_scope: ["Differs in scope", "The positions are about different parts, areas or definitions of the thing."],
  differs_in_strength: ["Differs in strength", "The positions make the same claim in words of different strength."],
  changed_in_retelling: ["Changed in retelling", "A source retells another one, and changes what it says."],
  differs_in_terms: ["Differs in terms", "The positions name or classify the same thing differently."],
});

export const foundBy = codelist("found_by", "Who found a disagreement", {
  machine: ["Machine", "Statements about one record have values in one column that cannot all be right."],
  coder: ["Coder", "A reader of the documents found it."],
});
