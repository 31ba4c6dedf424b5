import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import type { Cells } from "./row.ts";
import type { StagedTable, StagedTables } from "./staged.ts";

/** The column with the ids of a table's own rows; `null` if the table has none. */
export function idColumnOf(name: CodedTableName): string | null {
  const { row, key } = codedTable(name);
  const [column] = columnsOf(row);
  return column?.kind === "id" && key.length < 2 ? column.name : null;
}

/** The lines of a table that could be read, and of those the refused ones last, with their ids. */
export function idsOf(name: CodedTableName, tables: StagedTables): { readonly line: number; readonly id: string }[] {
  const column = idColumnOf(name);
  const { rows, refused }: StagedTable = tables[name];
  if (column === null) return [];
  return [...rows, ...refused].flatMap(({ line, values }) => {
    const cells: Cells = values;
    const id = cells[column];
    return typeof id === "string" ? [{ line, id }] : [];
  });
}

/** The tables that have each id. */
export type IdOwners = Map<string, Set<CodedTableName>>;

export function ownersOfIds(tables: StagedTables): IdOwners {
  const owners: IdOwners = new Map();
  for (const name of codedTableNames) for (const { id } of idsOf(name, tables)) addOwner(owners, id, name);
  return owners;
}

export function addOwner(owners: IdOwners, id: string, name: CodedTableName): void {
  owners.set(id, (owners.get(id) ?? new Set()).add(name));
}

/** The other table that has an id which a row of this one must not have; `null` if there is none. */
export const otherOwner = (id: string, name: CodedTableName, owners: IdOwners): CodedTableName | null =>
  [...(owners.get(id) ?? [])].find((owner) => mustDiffer(owner, name)) ?? null;

/**
 * The id of a record, work or erratum is enough to cite a row, and that of a source to cite a document: no other table
 * has it. An actor and a place may have the same id.
 */
const mustDiffer = (one: CodedTableName, other: CodedTableName): boolean =>
  one !== other && (one === "sources" || other === "sources" || (isNumbered(one) && isNumbered(other)));

const isNumbered = (name: CodedTableName) => codedTable(name).idPrefix !== null;
