import { codePoint } from "#pipeline/core/code-point.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { foreignLetter, knownLetters } from "#schemas/guards.ts";
import type { Finding } from "./finding.ts";
import { publishedRows } from "./rows.ts";

const isWords = ({ kind }: Column) => kind === "label" || kind === "list" || kind === "text" || kind === "url";

const wordsOf = new Map(codedTableNames.map((name) => [name, columnsOf(codedTable(name).row).filter(isWords)]));

const FOREIGN = new RegExp(foreignLetter, "u");
/** From a foreign letter to the last one before the next Latin letter. */
const FOREIGN_WORDS = new RegExp(String.raw`${foreignLetter}(?:[^${knownLetters}]*(?:${foreignLetter}\p{M}*))?`, "gu");

/** Words in scripts that the tables do not use: each run of them in a cell once. */
export const foreignScripts = (tables: StagedTables): Finding[] =>
  [...publishedRows(tables)].flatMap(({ name, table, recordId, values, at }) =>
    (wordsOf.get(name) ?? []).flatMap(({ name: column }) => {
      const cell = values[column];
      if (typeof cell !== "string" || !FOREIGN.test(cell)) return [];
      const words = new Set(cell.match(FOREIGN_WORDS));
      return [...words].map((value): Finding => {
        const check = { table, recordId, column, value };
        const character = codePoint(value);
        return { code: "resolve/foreign-script", at: { ...at, column }, check, character, script: scriptOf(value) };
      });
    }),
  );

/** The scripts that a message can name; for others it gives the code alone. */
const NAMED = [
  ...["Adlam", "Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Han"],
  ...["Hangul", "Hebrew", "Hiragana", "Katakana", "Nko", "Syriac", "Tamil", "Thai", "Tifinagh", "Vai"],
].map((script) => ({ script, isOf: new RegExp(String.raw`^\p{Script=${script}}`, "u") }));

const scriptOf = (word: string) => NAMED.find(({ isOf }) => isOf.test(word))?.script ?? null;
