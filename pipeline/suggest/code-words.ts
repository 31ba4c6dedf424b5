import { byCodeUnit } from "#pipeline/core/order.ts";
import { codedTable, type StatementTableName } from "#schemas/coded-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import { isCommon, stemOf, wordsOf } from "./words.ts";

/** A code whose words occur in a sentence. */
export interface CodeHit {
  readonly table: StatementTableName;
  readonly column: string;
  readonly code: string;
  /** The words of the label, or those of the definition, that occur. */
  readonly words: readonly string[];
  readonly isByLabel: boolean;
}

interface KnownCode extends Pick<CodeHit, "table" | "column" | "code"> {
  /** Stem → word. */
  readonly label: ReadonlyMap<string, string>;
  readonly definition: ReadonlyMap<string, string>;
}

/** The columns whose codes say what a row is about. Those that say how the source says it, such as certainty, are in every row. */
function knownCodes(tables: readonly StatementTableName[]): KnownCode[] {
  return tables.flatMap((table) =>
    columnsOf(codedTable(table).row)
      .filter(
        ({ codelist, name, isAboutSource }) => codelist !== undefined && isAboutSource !== true && name !== "unit",
      )
      .flatMap(({ name: column, codelist }) =>
        (codelists.find(({ name }) => name === codelist)?.codes ?? []).map(({ code, label, definition }) => ({
          table,
          column,
          code,
          label: stemsOf(label),
          definition: stemsOf(definition),
        })),
      ),
  );
}

function stemsOf(text: string): ReadonlyMap<string, string> {
  const words = wordsOf(text).filter((word) => word.length > 2 && !isCommon(word));
  return new Map(words.map((word) => [stemOf(word), word]));
}

/** So many words of a definition must occur: one alone is in too many sentences. */
const DEFINING = 2;

/**
 * Prepares a search for codes whose words a sentence has: all of the label, or two of the definition that few codes have.
 * Best first: by label, then by the number of words, then by name.
 */
export function codeFinder(tables: readonly StatementTableName[]): (text: string) => CodeHit[] {
  const codes = knownCodes(tables);
  const uses = new Map<string, number>();
  for (const { definition } of codes) for (const stem of definition.keys()) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const isTelling = (stem: string) => (uses.get(stem) ?? 0) <= codes.length / 20;
  return (text) => {
    const stems = new Set(stemsOf(text).keys());
    const hits = codes.flatMap(({ table, column, code, label, definition }): CodeHit[] => {
      const inLabel = [...label].filter(([stem]) => stems.has(stem));
      if (label.size > 0 && inLabel.length === label.size)
        return [{ table, column, code, words: inLabel.map(([, word]) => word), isByLabel: true }];
      const defining = [...definition].filter(([stem]) => stems.has(stem) && isTelling(stem));
      if (defining.length < DEFINING) return [];
      return [{ table, column, code, words: defining.map(([, word]) => word), isByLabel: false }];
    });
    return hits.sort(
      (a, b) =>
        Number(b.isByLabel) - Number(a.isByLabel) ||
        b.words.length - a.words.length ||
        byCodeUnit(`${a.table}.${a.column}.${a.code}`, `${b.table}.${b.column}.${b.code}`),
    );
  };
}
