import { columnsOf, type ResolutionRule } from "#schemas/column.ts";
import { type CodedTable, codedTables } from "#schemas/tables.ts";

/** The coded tables whose rows end up in a published table. */
export const codedAs = (published: string): CodedTable[] =>
  Object.values<CodedTable>(codedTables).filter(({ publishedAs }) =>
    typeof publishedAs === "object" ? Object.values(publishedAs.tables).includes(published) : publishedAs === published,
  );

/**
 * The rule by which statements became the value of a published column; none for a column that is not stated: one
 * that follows from others, or of a register.
 */
export function ruleOf(published: string, column: string): ResolutionRule | undefined {
  const stated = codedAs(published)
    .filter(isStatementTable)
    .flatMap(({ row, publishedAs }) => columnsOf(row).filter(({ name }) => !isToldByTable(name, publishedAs)));
  return stated.find(({ name, kind }) => name === column || (kind === "amount" && isPartOf(name, column)))?.rule;
}

/** Many statements speak of one record, so their table has no key. */
const isStatementTable = ({ key }: CodedTable) => key.length === 0;

const HEAD: ReadonlySet<string> = new Set(["record_id", "source_id", "evidence"]);
const isToldByTable = (name: string, publishedAs: CodedTable["publishedAs"]) =>
  HEAD.has(name) || (typeof publishedAs === "object" && publishedAs.column === name);

const isPartOf = (amount: string, column: string) =>
  [`${amount}_low`, `${amount}_best`, `${amount}_high`].includes(column);
