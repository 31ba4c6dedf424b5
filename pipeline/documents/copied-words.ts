import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { IndexedText } from "#pipeline/documents/indexed-text.ts";
import { hashRuns, RunHashes } from "#pipeline/documents/run-hashes.ts";
import { wordsOf } from "#pipeline/documents/text-words.ts";
import { maskTitles } from "#pipeline/documents/work-titles.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** So many words in a row are a copy, as `raw/README.md` says of the coder's own words. */
const COPIED_WORDS = 10;

/** A cell in the coder's own words. */
interface OwnWords {
  readonly at: Place;
  /** Its words; `null` in place of each word of a title. */
  readonly words: readonly (string | null)[];
}

/** A run of words in a cell that a text may have as well. */
interface Candidate {
  readonly cell: OwnWords;
  readonly start: number;
}

/**
 * The cells that have ten or more words in a row from a document, apart from titles of works. Time grows with the
 * length of the texts and of the cells: first each run of ten words of a text is marked by its hash, then the runs of
 * the cells are looked up, and only those that are found are compared with the text, word by word.
 */
export function findCopiedWords(tables: StagedTables, texts: ReadonlyMap<string, IndexedText>): Issue[] {
  if (texts.size === 0) return [];
  const cells = ownWords(tables);
  return [...texts].flatMap(([sourceId, indexed]) => copiesIn(cells, sourceId, indexed));
}

function copiesIn(cells: readonly OwnWords[], sourceId: string, { text, index }: IndexedText): Issue[] {
  const words = wordsOf(text);
  const marked = new RunHashes(hashRuns(words, COPIED_WORDS));
  const candidates = new Map<number, Candidate[]>();
  for (const cell of cells) {
    for (const { hash, start } of hashRuns(cell.words, COPIED_WORDS)) {
      if (!marked.has(hash)) continue;
      const alike = candidates.get(hash) ?? [];
      candidates.set(hash, alike);
      alike.push({ cell, start });
    }
  }
  if (candidates.size === 0) return [];
  const copied = new Map<OwnWords, Map<number, number>>();
  for (const { hash, start: place } of hashRuns(words, COPIED_WORDS)) {
    const alike = candidates.get(hash) ?? [];
    const isHere = ({ cell, start }: Candidate) => isSameRun(cell.words, start, { words, place });
    for (const { cell, start } of alike.filter(isHere)) {
      copied.set(cell, (copied.get(cell) ?? new Map()).set(start, place));
    }
    // Each is copied from the first place where it is found.
    if (alike.length > 0)
      candidates.set(
        hash,
        alike.filter((run) => !isHere(run)),
      );
  }
  const locators = locatorsOf({ text, index });
  return [...copied].flatMap(([{ at }, starts]) =>
    joinRuns([...starts.keys()]).map(
      ({ first, last }): Issue => ({
        code: "documents/copied-words",
        at,
        first: first + 1,
        last: last + 1,
        sourceId,
        locator: locators[starts.get(first) ?? -1] ?? "",
      }),
    ),
  );
}

const isSameRun = (
  cell: OwnWords["words"],
  start: number,
  { words, place }: { readonly words: readonly string[]; readonly place: number },
) => words.slice(place, place + COPIED_WORDS).every((word, step) => word === cell[start + step]);

/** Runs that overlap or touch, as one: the positions of its first and its last word. */
function joinRuns(starts: readonly number[]): { readonly first: number; last: number }[] {
  const runs: { readonly first: number; last: number }[] = [];
  for (const start of [...starts].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    const last = start + COPIED_WORDS - 1;
    if (run !== undefined && start <= run.last) run.last = last;
    else runs.push({ first: start, last });
  }
  return runs;
}

/** The locator of the sentence of each word of the text. */
const locatorsOf = ({ text, index }: IndexedText): string[] =>
  index.entries.flatMap(({ locator, start, end }) => wordsOf(text.slice(start, end)).map(() => locator));

/** The cells of prose, and the values of the profile. */
function ownWords(tables: StagedTables): OwnWords[] {
  const withoutTitles = maskTitles([
    ...tables.cited_works.rows.map(({ values }) => values.title),
    ...tables.sources.rows.map(({ values }) => values.title),
  ]);
  return codedTableNames.flatMap((table) => {
    const { path, rows, refused } = tables[table];
    const columns = columnsOf(codedTable(table).row).filter(({ kind, name }) => kind === "text" || name === "value");
    const lines: readonly { readonly line: number; readonly values: Cells }[] = [...rows, ...refused];
    return lines.flatMap(({ line, values }) =>
      columns.flatMap(({ name }): OwnWords[] => {
        const value = values[name];
        if (typeof value !== "string") return [];
        const words = wordsOf(value);
        if (words.length < COPIED_WORDS) return [];
        return [{ at: { file: path, line, column: name }, words: withoutTitles(words) }];
      }),
    );
  });
}
