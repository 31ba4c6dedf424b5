import { codelist } from "#schemas/codelist.ts";

export const coderType = codelist("coder_type", "Type of coder", {
  person: ["Person", "A person read the document and filled the tables."],
  program: ["Program", "A program, such as a language model, read the document and filled the tables."],
});
