import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";

/** A coded table whose ids are a prefix and a number, such as `exp-014`. */
export interface NumberedTable {
  readonly name: CodedTableName;
  readonly prefix: string;
}

/**
 * The coded table that is meant by its own name, the name of its file, the name of a table that it is published in, or
 * the prefix of its ids: `expansion`, `expansion.csv`, `expansion_timeline`, `exp`. Throws a UsageError that says how ids
 * are made if people choose them, or that names the nearest table.
 */
export function numberedTable(asked: string): NumberedTable {
  const wanted = asked.toLowerCase().replace(/(\.csv|-)$/u, "");
  const name = codedTableNames.find((known) => namesOf(known).includes(wanted));
  if (name === undefined)
    throw new UsageError(
      `There is no table ${asked}.${didYouMean(nearestOf(wanted, codedTableNames.flatMap(namesOf)))}`,
    );
  const { idPrefix } = codedTable(name);
  if (idPrefix === null) throw new UsageError(howIdsAreMade(name));
  return { name, prefix: idPrefix };
}

function namesOf(name: CodedTableName): string[] {
  const { publishedIn, idPrefix } = codedTable(name);
  return [name, ...publishedIn, ...(idPrefix === null ? [] : [idPrefix])];
}

function howIdsAreMade(name: CodedTableName): string {
  const [column, ...others] = codedTable(name).key;
  if (others.length > 0)
    return `The rows of ${name} have no ids of their own: ${[column, ...others].join(", ")} name each of them. Use the ids of the tables that they refer to.`;
  const made =
    name === "sources" ? "the publisher and the year, such as acled-2023" : "the name, such as katiba-macina";
  return `You choose the ids of ${name}: lower-case words, joined by hyphens, from ${made}. Choose one that is not in ${name}.csv or retired.csv; to look, run: npm run pipeline -- find WORDS`;
}
