import {
  type CodingPair,
  type ColumnAgreement,
  formatAlpha,
  formatPercentage,
  type SecondCoder,
  type SourceAgreement,
  type TableAgreement,
} from "#pipeline/core/agreement-report.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { plural } from "#pipeline/core/plural.ts";
import { code, plain, table } from "#pipeline/publish/markdown.ts";
import { PUBLISHED_CODING } from "#schemas/coded/coders.ts";

/** How well second codings agree, with what the figures cannot see; nothing if there is no second coding. */
export const codingsSection = (sources: readonly SourceAgreement[]): string[] =>
  sources.length === 0
    ? []
    : [
        "## How well codings agree",
        `${plural(sources.length, "document")} ${sources.length === 1 ? "was" : "were"} coded more than once. Each two codings of a document are compared. \`${PUBLISHED_CODING}\` stands for the coded rows that this release was made from. They were settled by the text, often with the other codings in view, so agreement with them is higher than between coders who do not know each other's rows. Every run computes these figures anew from the codings, which are kept as they were made.`,
        HOW,
        LIMITS,
        ...sources.flatMap(sourceParts),
      ];

const HOW = `**How rows are paired.** In each table, two rows may be a pair if they cite a sentence in common and a cell on what the source says is alike. Rows are paired one to one, so that as many cells as possible are alike. The remaining rows are in one coding only, and are counted apart. In each pair, cells are compared. Ids that a coder gave, evidence, works cited and \`description\` are not compared. Texts are alike if they differ only in case, accents, punctuation and white space, and lists if they have the same items. Tables that one of the two codings leaves out are not compared. A cell that is empty in both codings is not counted; one that is empty in one of them has changed.

**How to read alpha.** Krippendorff's alpha is 1 if all values agree, and 0 if they agree no better than chance. Codes and ids are nominal, and an empty cell beside a filled one is a value of its own. Dates are compared by their first day, and numbers by the lowest that they allow; both are interval data, and what is empty in one coding is missing. All numbers of a column are on one scale, whatever their unit, so a few large ones can decide its alpha. A dash stands for an alpha that is not defined, because there is nothing to compare, or only one value.`;

const LIMITS = `**What these figures cannot see:**

- A fact that neither coding has.
- The same fact, coded from other sentences. It counts as a row that only one has.
- Whether two codings that agree are both wrong.
- The wording of descriptions.
- That two rows are about different facts of one sentence. They may be paired, because they are alike in something.`;

const sourceParts = ({ sourceId, coders, pairs }: SourceAgreement): string[] => [
  `**The codings of ${code(sourceId)}:**`,
  table(
    ["coder", "type", "team", "had seen", "coded on"],
    coders.map(({ coderId, coderType, team, hadSeen, dateCoded }) => [
      code(coderId),
      coderType,
      plain(team),
      plain(hadSeen),
      dateCoded,
    ]),
  ),
  ...formatOneTeam(coders),
  rowsTable(pairs),
  ...columnParts(pairs),
  `For every column, run \`npm run pipeline -- agreement ${sourceId}\`.`,
];

/** Plainly, if the coders of all second codings belong to one team. No row says who made those that are published. */
function formatOneTeam(coders: readonly SecondCoder[]): string[] {
  const [first] = coders;
  if (first === undefined || new Set(coders.map(({ team }) => plainWords(team))).size > 1) return [];
  const team = plain(first.team);
  if (coders.length === 1)
    return [
      `**There is one second coding, made by a ${first.coderType}** (${team}). If the published rows come from the same program or team, agreement says less than it would between independent teams, because coders who belong together may misread a text in the same way.`,
    ];
  const who = coders.every(({ coderType }) => coderType === "program") ? "programs of one team" : "one team";
  return [
    `**All second codings of this document were made by ${who}** (${team}). Coders who belong together may misread a text in the same way, so agreement says less here than it would between independent teams.`,
  ];
}

/** A line for each table of each two codings. */
const rowsTable = (pairs: readonly CodingPair[]): string =>
  table(
    ["codings", "table", "rows in both:", "only in the first:", "only in the second:", "cells compared:", "agreed:"],
    pairs.flatMap(({ first, second, tables }) =>
      tables.map((compared) => {
        const { nAgreed, nChanged } = sumOf(compared);
        const { nInBoth, nOnlyFirst, nOnlySecond } = compared;
        const agreed = formatPercentage({ nAgreed, nChanged });
        const codings = `${code(first)} and ${code(second)}`;
        return [codings, code(compared.table), nInBoth, nOnlyFirst, nOnlySecond, nAgreed + nChanged, agreed];
      }),
    ),
  );

/** With fewer cells, one difference decides the figures of a column. */
const FEWEST_CELLS = 10;

/** A line for each column with codes, ids, dates or numbers, with the figures of each two codings side by side. */
function columnParts(pairs: readonly CodingPair[]): string[] {
  const cellsOf = ({ nAgreed, nChanged }: ColumnAgreement) => nAgreed + nChanged;
  const isShown = (column: ColumnAgreement) => column.isMain && cellsOf(column) >= FEWEST_CELLS;
  const figures = pairs.map(({ tables }) =>
    tables.flatMap(({ table: name, columns }) => columns.map((column) => ({ name, column }))),
  );
  const shown = new Map(
    figures
      .flat()
      .flatMap(({ name, column }) => (isShown(column) ? [[`${name}.${column.column}`, { name, column }]] : [])),
  );
  if (shown.size === 0) return [];
  const lines = [...shown.values()].map(({ name, column: { column: wanted } }) => [
    code(name),
    code(wanted),
    ...figures.flatMap((pair) => {
      const found = pair.find((one) => one.name === name && one.column.column === wanted)?.column;
      return found === undefined
        ? ["–", "–", "–"]
        : [cellsOf(found), formatPercentage(found), formatAlpha(found.alpha)];
    }),
  ]);
  const heads = pairs.flatMap(({ first, second }) => [
    `${code(first)} and ${code(second)}, cells:`,
    "agreed:",
    "alpha:",
  ]);
  return [
    `The columns with codes, ids, dates and numbers in which two codings have ${FEWEST_CELLS} cells or more to compare:`,
    table(["table", "column", ...heads], lines),
  ];
}

const sumOf = ({ columns }: TableAgreement) => ({
  nAgreed: columns.reduce((sum, { nAgreed }) => sum + nAgreed, 0),
  nChanged: columns.reduce((sum, { nChanged }) => sum + nChanged, 0),
});
