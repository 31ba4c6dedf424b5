import { placeCells } from "#pipeline/core/csv-cells.ts";
import type { CodedTableName } from "#schemas/coded-tables.ts";
import { type CodedTexts, numberedTables, rowsOf } from "./coded-file.ts";
import type { TakenId } from "./taken-ids.ts";

/** The tables in which something was renamed, and in how many cells each id was. */
export interface Renaming {
  readonly texts: ReadonlyMap<CodedTableName, string>;
  readonly cells: ReadonlyMap<string, number>;
}

/**
 * Renames ids wherever a cell names them: as the id of a row, in a reference or a list, and in a sentence such as the
 * reason of a correction. Every other byte stays.
 */
export function renameIds(texts: CodedTexts, taken: readonly TakenId[]): Renaming {
  const renamed = new Map<CodedTableName, string>();
  const counts = new Map(taken.map(({ id }): [string, number] => [id, 0]));
  const instead = new Map(taken.map((one) => [one.id, one.instead]));
  for (const [name, text] of texts) {
    let after = text;
    for (const { start, end } of placeCells(text)
      .slice(1)
      .flatMap(({ cells }) => cells)
      .toReversed()) {
      const named = new Set<string>();
      const cell = text.slice(start, end).replace(WORD, (word) => {
        if (instead.has(word)) named.add(word);
        return instead.get(word) ?? word;
      });
      for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
      if (named.size > 0) after = after.slice(0, start) + cell + after.slice(end);
    }
    if (after !== text) renamed.set(name, after);
  }
  return { texts: renamed, cells: counts };
}

/** The same in a second coding. An id that it gives to rows of its own names those there, and stays. */
export function renameReferences(texts: CodedTexts, taken: readonly TakenId[]): Renaming {
  const own = new Set(numberedTables.flatMap(({ name }) => rowsOf(texts, name).map(({ id }) => id)));
  return renameIds(
    texts,
    taken.filter(({ id }) => !own.has(id)),
  );
}

/** A word with hyphens, which an id is: not a part of one. */
const WORD = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/gu;
