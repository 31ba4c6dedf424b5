import { thousands } from "#pipeline/core/format-input-fault.ts";
import { plural } from "#pipeline/core/plural.ts";
import { joinReasons, splitReasons, withoutMark } from "#pipeline/core/reason-parts.ts";
import { formatSchemaChanges } from "#pipeline/publish/compare/format-schema-change.ts";
import { code, plain, shorten } from "#pipeline/publish/markdown.ts";
import { isDictionary } from "#schemas/published-tables.ts";
import { type ComparedCell, type ComparedTable, type Comparison, type Corrected, STAGED } from "./comparison.ts";
import { type CorrectedCodedCell, correctedCodedCells, correctionRow } from "./corrected-coded-cells.ts";
import { formatValues } from "./format-values.ts";

type Differences = Pick<Comparison, "schema" | "tables" | "outvoted">;

/** Whether records are named by their ids alone, or also by the line that says what they are. */
export type Naming = "ids" | "lines";

/** What a comparison found, as Markdown that a terminal can show: tables and columns first, then a section for each table. */
export function formatDifferences({ schema, tables, outvoted }: Differences, naming: Naming): string[] {
  const changes = formatSchemaChanges(schema)
    .map((phrase) => `- ${sentence(phrase)}\n`)
    .join("");
  return [
    ...(changes === "" ? [] : [changes]),
    ...tables.map((table) => formatTable(table, naming)),
    ...formatOutvoted(outvoted),
  ];
}

export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/**
 * The corrections for which nobody has written down a reason. Only what is not published can still be given one, by the
 * row of corrections.csv that each line ends with.
 */
export function formatWithoutReason({ to, corrections_without_reason: cells }: Unexplained): string[] {
  const found = correctedCodedCells(cells);
  if (found.length === 0) return [];
  const isOpen = to === STAGED;
  const lines = found.map((cell) => `- ${formatCodedCell(cell)}.${isOpen ? ` Row: ${code(correctionRow(cell))}` : ""}`);
  const [count, rows] =
    found.length === 1
      ? ["1 correction has", "this row"]
      : [`${thousands(found.length)} corrections have`, "these rows"];
  return [
    `### Corrections without a reason\n\n${count} ${isOpen ? `no reason yet. Add ${rows} to corrections.csv, with the reason.` : "no reason."}\n\n${lines.join("\n")}\n`,
  ];
}

function formatCodedCell({ table, record_id, claim_id, column, parts }: CorrectedCodedCell): string {
  const changes = parts.map((part) => formatCell({ ...part, reason: null })).join("; ");
  const isItself = parts.every((part) => part.column === column);
  return `${table} ${plain(record_id)}: ${isItself ? changes : `${column} (${changes})`}${formatClaim({ claim_id })}`;
}

type Unexplained = Pick<Comparison, "to" | "corrections_without_reason">;

type Changed = ComparedTable["changed"][number];

function formatTable({ table, added, changed, retired }: ComparedTable, naming: Naming): string {
  const isStated = (row: { readonly is_derived: boolean }) => !row.is_derived;
  const corrected = changed.filter((row) => isStated(row) && row.cells.some(isStated));
  const following = changed.filter((row) => isStated(row) && !row.cells.some(isStated));
  const [come, gone] = [added.filter(isStated), retired.filter(isStated)];
  const summary = [
    counted([
      [corrected.length, "corrected"],
      [come.length, "added"],
      [gone.length, "retired"],
      [following.length, "changed in derived columns only"],
    ]),
    counted(
      [
        [changed.filter((row) => row.is_derived).length, "changed"],
        [added.length - come.length, "added"],
        [retired.length - gone.length, "retired"],
      ],
      "Derived rows: ",
    ),
  ];
  const lines = [
    ...corrected.map((row) => formatCorrected(row, naming)),
    ...gone.map((row) => `- Retired ${nameOf(row, naming)}${row.reason === null ? "." : `: ${plain(row.reason)}`}`),
    ...formatAdded(come, naming),
    ...formatFollowing(following),
    ...(isDictionary(table) ? formatWords(changed) : []),
  ];
  const head = `### ${table}\n\n${summary.filter((part) => part !== "").join(" ")}\n`;
  return lines.length === 0 ? head : `${head}\n${lines.join("\n")}\n`;
}

/** `2 corrected, 1 added.` */
function counted(counts: readonly (readonly [number, string])[], start = ""): string {
  const parts = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${thousands(number)} ${words}`]));
  return parts.length === 0 ? "" : `${start}${parts.join(", ")}.`;
}

type Named = Pick<Changed, "record_id" | "line">;

/** Longer lines are cut. */
const LONGEST_LINE = 200;

const lineOf = ({ line }: Named) => (line === null ? "" : plain(shorten(line, LONGEST_LINE)));

/** `evt-014 (Attack: Katiba Macina, Mopti, May 2021)` */
const nameOf = (record: Named, naming: Naming) =>
  naming === "ids" || record.line === null ? plain(record.record_id) : `${plain(record.record_id)} (${lineOf(record)})`;

function formatAdded(records: readonly Named[], naming: Naming): string[] {
  if (records.length === 0) return [];
  if (naming === "ids") return [`- Added: ${records.map((record) => nameOf(record, naming)).join(", ")}.`];
  return records.map((record) => `- Added ${[plain(record.record_id), lineOf(record)].filter(Boolean).join(": ")}`);
}

function formatCorrected(record: Changed, naming: Naming): string {
  const { cells } = record;
  const stated = cells.filter((cell) => !cell.is_derived).map(formatCell);
  const derived = cells.filter((cell) => cell.is_derived).map(({ column }) => column);
  const follow = derived.length === 0 ? "" : ` ${derived.length === 1 ? "Follows" : "Follow"}: ${derived.join(", ")}.`;
  return `- Corrected ${nameOf(record, naming)}: ${stated.join("; ")}.${follow}`;
}

/** More changed rows of a table of words are counted. */
const MOST_WORDS = 20;

/** The changed rows of a table that holds the words of the others: changes.csv only counts them. */
function formatWords(rows: readonly Changed[]): string[] {
  const lines = rows.slice(0, MOST_WORDS).map(({ record_id, cells }) => {
    const changes = cells.map((cell) => formatCell({ ...cell, reason: withoutMark(cell.reason) }));
    return `- Changed ${plain(record_id)}: ${changes.join("; ")}.`;
  });
  const more = rows.length - lines.length;
  return more === 0 ? lines : [...lines, `- And ${thousands(more)} more.`];
}

/** The records that no coder corrected, by the columns that changed and by what is known of the reason. */
function formatFollowing(records: readonly Changed[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { record_id, cells } of records) {
    const reason = joinReasons(cells.flatMap((cell) => splitReasons(withoutMark(cell.reason))));
    const columns = `${cells.map(({ column }) => column).join(", ")}${inBrackets(reason)}`;
    const ids = groups.get(columns) ?? [];
    groups.set(columns, ids);
    ids.push(plain(record_id));
  }
  return [...groups].map(([columns, ids]) => `- Only derived columns changed in ${ids.join(", ")}: ${columns}.`);
}

function formatOutvoted(outvoted: readonly Corrected[]): string[] {
  if (outvoted.length === 0) return [];
  const lines = outvoted.map(
    (cell) => `- Corrected in ${cell.table} ${plain(cell.record_id)}: ${formatCell(cell)}${formatClaim(cell)}.`,
  );
  return [
    `### Corrected statements\n\n${plural(outvoted.length, "cell")} corrected. The records do not show it, because other statements decide their values.\n\n${lines.join("\n")}\n`,
  ];
}

const formatClaim = ({ claim_id }: Pick<Corrected, "claim_id">) =>
  claim_id === null ? "" : `, claim ${plain(claim_id)}`;

const formatCell = ({ column, old_value, new_value, reason }: Omit<ComparedCell, "is_derived">) =>
  `${column} ${formatValues(old_value, new_value)}${inBrackets(reason)}`;

const inBrackets = (reason: string | null) => (reason === null ? "" : ` (${plain(reason.replace(/\.$/u, ""))})`);
