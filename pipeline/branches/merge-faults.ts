import { groupBy } from "#pipeline/core/group-by.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type CodedTexts, type FileRow, rowsOf } from "./coded-file.ts";
import type { Branches } from "./taken-ids.ts";

/** What a merge would do to rows, although it reports no conflict. */
export interface MergeFault {
  readonly table: CodedTableName;
  /** The first cells of the row. */
  readonly row: string;
  readonly why: /** Both branches changed the row, in different ways: both versions would stay. */
    | "changed-twice"
    /** One branch changed or removed the row: the merge would bring it back. */
    | "back"
    /** The merge would lose the row. */
    | "lost";
}

/**
 * Compares what a merge makes with what it should make: the rows of the base that both branches kept, and the rows that
 * either of them added. Git's `union` takes rows for lines, and joins what two branches wrote next to each other.
 */
export function findMergeFaults({ base, ours, theirs }: Branches, merged: CodedTexts): MergeFault[] {
  return codedTableNames.flatMap((table) => {
    const [before, own, other, made] = [base, ours, theirs, merged].map((texts) => byText(texts, table));
    if (before === undefined || own === undefined || other === undefined || made === undefined) return [];
    const changedTwice = new Set(
      [...before].flatMap(([text, row]) => {
        if (own.has(text) || other.has(text)) return [];
        return newVersions(row, { table, before, after: own }) === newVersions(row, { table, before, after: other })
          ? []
          : [nameOf(row)];
      }),
    );
    const isWanted = (text: string) => (before.has(text) ? own.has(text) && other.has(text) : true);
    const all = new Map([...before, ...own, ...other]);
    return [...all].flatMap(([text, row]): MergeFault[] => {
      const fault = (why: MergeFault["why"]) => [{ table, row: nameOf(row), why }];
      if (before.has(text) && !own.has(text) && !other.has(text) && changedTwice.has(nameOf(row)))
        return fault("changed-twice");
      if (isWanted(text) === made.has(text)) return [];
      return fault(made.has(text) ? "back" : "lost");
    });
  });
}

const byText = (texts: CodedTexts, table: CodedTableName): ReadonlyMap<string, FileRow> =>
  new Map(rowsOf(texts, table).map((row) => [row.text, row]));

interface Versions {
  readonly table: CodedTableName;
  readonly before: ReadonlyMap<string, FileRow>;
  readonly after: ReadonlyMap<string, FileRow>;
}

/** The rows that a branch wrote in place of a row: those about the same thing that the base does not have. */
function newVersions(row: FileRow, { table, before, after }: Versions): string {
  const added = [...after.values()].filter(({ text }) => !before.has(text));
  const same = groupBy(added, (one) => thingOf(one, table)).get(thingOf(row, table)) ?? [];
  return same
    .map(({ text }) => text)
    .sort()
    .join("\n\n");
}

/** What a row is about: for statements, the record and its source; otherwise the key, whose columns come first too. */
const thingOf = ({ cells }: FileRow, table: CodedTableName) =>
  cells
    .slice(0, codedTable(table).holds === "statements" ? 2 : codedTable(table).key.length)
    .map(({ value }) => value)
    .join("\n");

/** As a reader finds it: `evt-014, acled-2023, p5s1`. */
const nameOf = ({ cells }: FileRow) =>
  cells
    .slice(0, 3)
    .map(({ value }) => value)
    .join(", ");
