import type { CodedTexts } from "#pipeline/branches/coded-file.ts";
import type { CodedTableName } from "#schemas/coded-tables.ts";

/** Tables as text: a header that no test reads, and the rows that are given. */
export const codedTexts = (tables: Readonly<Partial<Record<CodedTableName, readonly string[]>>>): CodedTexts =>
  new Map(
    Object.entries(tables).map(([name, rows]): [CodedTableName, string] => [
      name as CodedTableName,
      ["header", ...rows, ""].join("\n"),
    ]),
  );
