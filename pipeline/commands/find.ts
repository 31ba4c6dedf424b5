import { hasErrors } from "#pipeline/core/issue.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { entriesOf } from "#pipeline/find/entries.ts";
import { formatHits } from "#pipeline/find/format-hits.ts";
import { finder, type Hit } from "#pipeline/find/search.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { stageRaw } from "#pipeline/run.ts";

export interface FindOptions {
  readonly words: readonly string[];
  readonly raw: string;
  readonly all: boolean;
  readonly json: boolean;
}

/**
 * Prints what in raw/coded and the codelists has all words. If there is nothing, it exits with 1, as grep does, and
 * prints what comes nearest to stderr. JSON has all hits, and the nearest ones if there are none.
 */
export async function find({ words, raw, all, json }: FindOptions): Promise<number> {
  const question = words.join(" ");
  if (plainWords(question) === "") throw new UsageError("Name at least one word with a letter or digit.");
  const { tables, issues } = stageRaw(await readRawFolder(raw, []));
  const search = finder(entriesOf(tables));
  const hits = search.find(words);
  const nearest = hits.length > 0 ? [] : search.findNearest(words);
  if (json) printJson({ words: question, hits: hits.map(forPrograms), nearest: nearest.map(forPrograms) });
  else if (hits.length > 0) print(formatHits(hits, { all }));
  else reportNearest(question, nearest);
  const coded = new Set(Object.values(tables).map(({ path }) => path));
  if (hasErrors(issues.filter(({ at }) => coded.has(at.file))))
    report(
      `${raw} has errors, and what cannot be read is missing here. To see them, run: npm run pipeline -- validate`,
    );
  return hits.length > 0 ? 0 : 1;
}

function reportNearest(question: string, nearest: readonly Hit[]): void {
  const rest = nearest.length === 0 ? ", and nothing comes near." : ". What comes nearest:";
  report(`Nothing has the words "${question}"${rest}`);
  if (nearest.length > 0) for (const line of formatHits(nearest, { all: false }).split("\n")) report(line);
}

const forPrograms = ({ entry: { texts: _, ...entry }, match }: Hit) => ({ ...entry, match });
