import { highestNumber, idFormOf, writeId } from "#pipeline/core/numbered-id.ts";
import type { CodedTableName } from "#schemas/coded-tables.ts";
import { type CodedTexts, numberedTables, rowsOf } from "./coded-file.ts";

/** Two versions of the data, and the last one that both come from. */
export interface Branches {
  readonly base: CodedTexts;
  readonly ours: CodedTexts;
  readonly theirs: CodedTexts;
}

/** An id that both branches gave to rows of their own, and the one that ours can have instead. */
export interface TakenId {
  readonly table: CodedTableName;
  readonly id: string;
  readonly instead: string;
}

/**
 * The ids that both branches have and their base has not, unless the rows with the id are the same in both. The new ids
 * follow the highest number that any of the three has used, retired ids included.
 */
export function findTakenIds({ base, ours, theirs }: Branches): TakenId[] {
  return numberedTables.flatMap(({ name, prefix }) => {
    const [known, own, other] = [base, ours, theirs].map((texts) => rowsById(texts, name));
    const taken = [...(own ?? [])].flatMap(([id, rows]) => {
      const others = other?.get(id);
      return known?.has(id) || others === undefined || others === rows ? [] : [id];
    });
    const used = [...usedIds([base, ours, theirs], name)];
    const form = idFormOf(used, prefix);
    const highest = highestNumber(used, form);
    return taken.map((id, at): TakenId => ({ table: name, id, instead: writeId(highest + 1 + at, form) }));
  });
}

/** By id, the texts of its rows. */
function rowsById(texts: CodedTexts, name: CodedTableName): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { id, text } of rowsOf(texts, name)) rows.set(id, `${rows.get(id) ?? ""}${text}\n\n`);
  return rows;
}

/** The ids that a table has, and those that are retired. An id is never used again. */
function* usedIds(versions: readonly CodedTexts[], name: CodedTableName): Generator<string> {
  for (const texts of versions) {
    for (const { id } of rowsOf(texts, name)) yield id;
    for (const { cells } of rowsOf(texts, "retired")) yield cells[1]?.value.trim() ?? "";
  }
}
