import { thousands } from "#pipeline/core/format-input-fault.ts";
import { plural } from "#pipeline/core/plural.ts";
import { formatSchemaChanges } from "#pipeline/publish/compare/format-schema-change.ts";
import { code, plain } from "#pipeline/publish/markdown.ts";
import { type ComparedCell, type ComparedTable, type Comparison, type Corrected, STAGED } from "./comparison.ts";
import { joinReasons, splitReasons, withoutMark } from "./reason-parts.ts";

type Differences = Pick<Comparison, "schema" | "tables" | "outvoted">;

/** What a comparison found, as Markdown that a terminal can show: tables and columns first, then a section for each table. */
export function formatDifferences({ schema, tables, outvoted }: Differences): string[] {
  const changes = formatSchemaChanges(schema)
    .map((phrase) => `- ${sentence(phrase)}\n`)
    .join("");
  return [...(changes === "" ? [] : [changes]), ...tables.map(formatTable), ...formatOutvoted(outvoted)];
}

export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The corrections for which nobody has written down a reason. Only what is not published can still be given one. */
export function formatWithoutReason({ to, corrections_without_reason: found }: Unexplained): string[] {
  if (found.length === 0) return [];
  const lines = found.map(
    (cell) => `- ${cell.table} ${plain(cell.record_id)}: ${formatCell({ ...cell, reason: null })}${formatClaim(cell)}.`,
  );
  const count = found.length === 1 ? "1 correction has" : `${thousands(found.length)} corrections have`;
  const rest = to === STAGED ? "no reason yet. Add it to corrections.csv." : "no reason.";
  return [`### Corrections without a reason\n\n${count} ${rest}\n\n${lines.join("\n")}\n`];
}

type Unexplained = Pick<Comparison, "to" | "corrections_without_reason">;

type Changed = ComparedTable["changed"][number];

function formatTable({ table, added, changed, retired }: ComparedTable): string {
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
    ...corrected.map(formatCorrected),
    ...gone.map(
      ({ record_id, reason }) => `- Retired ${plain(record_id)}${reason === null ? "." : `: ${plain(reason)}`}`,
    ),
    ...(come.length === 0 ? [] : [`- Added: ${come.map(({ record_id }) => plain(record_id)).join(", ")}.`]),
    ...formatFollowing(following),
  ];
  const head = `### ${table}\n\n${summary.filter((part) => part !== "").join(" ")}\n`;
  return lines.length === 0 ? head : `${head}\n${lines.join("\n")}\n`;
}

/** `2 corrected, 1 added.` */
function counted(counts: readonly (readonly [number, string])[], start = ""): string {
  const parts = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${thousands(number)} ${words}`]));
  return parts.length === 0 ? "" : `${start}${parts.join(", ")}.`;
}

function formatCorrected({ record_id, cells }: Changed): string {
  const stated = cells.filter((cell) => !cell.is_derived).map(formatCell);
  const derived = cells.length - stated.length;
  const follow = derived === 0 ? "" : ` ${plural(derived, "derived column")} ${derived === 1 ? "follows" : "follow"}.`;
  return `- Corrected ${plain(record_id)}: ${stated.join("; ")}.${follow}`;
}

/** The records that no coder corrected, by what is known of the reason. */
function formatFollowing(records: readonly Changed[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { record_id, cells } of records) {
    const reasons = cells.flatMap(({ reason }) => splitReasons(withoutMark(reason)));
    const reason = joinReasons(reasons) ?? "";
    byReason.set(reason, [...(byReason.get(reason) ?? []), plain(record_id)]);
  }
  return [...byReason].map(
    ([reason, ids]) =>
      `- Only derived columns changed in ${ids.join(", ")}${inBrackets(reason === "" ? null : reason)}.`,
  );
}

function formatOutvoted(outvoted: readonly Corrected[]): string[] {
  if (outvoted.length === 0) return [];
  const lines = outvoted.map(
    (cell) => `- Corrected in ${cell.table} ${plain(cell.record_id)}: ${formatCell(cell)}${formatClaim(cell)}.`,
  );
  return [
    `### Corrected statements\n\n${thousands(outvoted.length)} corrected. The records do not show it, because other statements decide their values.\n\n${lines.join("\n")}\n`,
  ];
}

const formatClaim = ({ claim_id }: Pick<Corrected, "claim_id">) =>
  claim_id === null ? "" : `, claim ${plain(claim_id)}`;

const formatCell = ({ column, old_value, new_value, reason }: Omit<ComparedCell, "is_derived">) =>
  `${column} from ${formatValue(old_value)} to ${formatValue(new_value)}${inBrackets(reason)}`;

const inBrackets = (reason: string | null) => (reason === null ? "" : ` (${plain(reason.replace(/\.$/u, ""))})`);

/** Longer texts are cut; changes.csv has them in full. */
const LONGEST = 80;

function formatValue(value: string | null): string {
  if (value === null) return "nothing";
  const line = value.replace(/\s+/gu, " ");
  const letters = [...line];
  return code(letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST).join("")}…`);
}
