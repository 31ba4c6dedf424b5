import type { Issue } from "#pipeline/core/issue.ts";
import type { Cells } from "#pipeline/core/row.ts";
import { foldSentence } from "#pipeline/core/sentence-hash.ts";
import { expandEvidence } from "#pipeline/core/sentence-index.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { IndexedText } from "#pipeline/documents/indexed-text.ts";
import { wordsOf } from "#pipeline/documents/text-words.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";

type Contains = (sentences: string, quoted: string) => boolean;

/** How a sentence must contain the cells that quote it. Quotes, dashes and white space are compared as in the hash of a sentence. */
const QUOTING: Readonly<Record<string, Contains>> = {
  // "regional forces" is in "regional, and local forces": the words of a name may have others between them.
  name: (sentences, name) => isSubsequence(wordsOf(name), wordsOf(sentences)),
  date_text: (sentences, date) => foldSentence(sentences).toLowerCase().includes(foldSentence(date).toLowerCase()),
  // A capital letter may be the slip.
  as_printed: (sentences, slip) => foldSentence(sentences).includes(foldSentence(slip)),
};

/** The names, dates and slips that are not in the sentences that their rows cite; as far as the texts are at hand. */
export const findMisquotes = (tables: StagedTables, texts: ReadonlyMap<string, IndexedText>): Issue[] =>
  codedTableNames.flatMap((table) => {
    const { path, rows, refused } = tables[table];
    const lines: readonly { readonly line: number; readonly values: Cells }[] = [...rows, ...refused];
    return lines.flatMap(({ line, values }) =>
      Object.entries(QUOTING).flatMap(([column, contains]): Issue[] => {
        const { [column]: quoted, source_id: sourceId, evidence } = values;
        if (typeof quoted !== "string" || typeof evidence !== "string" || typeof sourceId !== "string") return [];
        const text = texts.get(sourceId);
        const sentences = text === undefined ? "" : citedWords(evidence, text);
        if (sentences === "" || contains(sentences, quoted)) return [];
        const at = { file: path, line, column };
        return [{ code: "documents/not-in-sentence", at, value: quoted, sourceId, evidence }];
      }),
    );
  });

/** The cited sentences, one after the other; empty if the evidence is faulty, which `resolve` reports. */
function citedWords(evidence: string, { text, index }: IndexedText): string {
  const { entries, faults } = expandEvidence(evidence, index);
  return faults.length > 0 ? "" : entries.map(({ start, end }) => text.slice(start, end)).join(" ");
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const word of whole) if (word === part[found]) found += 1;
  return found === part.length;
}
