import { codedAs } from "#schemas/coded-tables.ts";

/** The path of the coded table that a published table is made from, beside corrections.csv. */
export const codedFile = (correctionsPath: string, published: string) =>
  correctionsPath.replace(/[^/]*$/u, `${codedAs(published) ?? published}.csv`);
