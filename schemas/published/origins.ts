import { type CodedTableName, codedAs, codedTable } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { publishedColumns } from "#schemas/published/derived-columns.ts";

const known = new Map<CodedTableName, ReadonlyMap<string, Column>>();

/** By published column of a table: the coded column that it comes from. `date_earliest` comes from `date`. */
export function originsOf(table: string): ReadonlyMap<string, Column> {
  const coded = codedAs(table);
  if (coded === null) return new Map();
  const origins = known.get(coded) ?? readOrigins(coded);
  known.set(coded, origins);
  return origins;
}

const readOrigins = (coded: CodedTableName): ReadonlyMap<string, Column> =>
  new Map(
    columnsOf(codedTable(coded).row).flatMap((column) =>
      Object.keys(publishedColumns(column)).map((name): [string, Column] => [name, column]),
    ),
  );
