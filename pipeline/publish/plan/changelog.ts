import type { Change } from "#pipeline/core/change.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { formatSchemaChanges } from "#pipeline/publish/compare/format-schema-change.ts";
import { code, plain } from "#pipeline/publish/markdown.ts";
import { sectionHeading, sectionsOf } from "./changelog-sections.ts";
import { isLastingId } from "./identity.ts";

const HEAD = `# Changelog

All releases, newest first. A release is a major version if a table is removed, renamed or retyped, or if a column of an
existing table is added, removed, renamed or retyped. It is a minor version if a table is added, or if rows are added or
retired. It is a patch if a value is corrected or words change. Every single change is in changes.csv.
`;

/** What CHANGELOG.md says about a release. */
export interface ReleaseNews {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
  /** `MINOR: 3 rows added to events`. */
  readonly choice: string;
  readonly diff: ReleaseDiff;
  /** The rows that the release adds to changes.csv. */
  readonly changes: readonly Change[];
}

/** The section of a release in CHANGELOG.md: the reason for its version, counts per table, each change with its reason. */
export const writeSection = ({ version, created, choice, diff, changes }: ReleaseNews): string =>
  [`${sectionHeading(version, created)}\n\n${sentence(choice)}\n`, ...differences(diff, changes)].join("\n");

/** The same for any two releases. */
export function writeComparison(diff: ReleaseDiff, changes: readonly Change[]): string {
  const found = differences(diff, changes);
  return [`## From ${diff.from} to ${diff.to}\n`, ...(found.length === 0 ? ["No table differs.\n"] : found)].join("\n");
}

function differences(diff: ReleaseDiff, changes: readonly Change[]): string[] {
  const schema = formatSchemaChanges(diff.schema)
    .map((phrase) => `- ${sentence(phrase)}\n`)
    .join("");
  const tables = [...new Set(diff.rows.map(({ table }) => table))].map((table) => tableSection(table, diff, changes));
  return [...(schema === "" ? [] : [schema]), ...tables];
}

/** The section of a release that is compared with no other one: its tables. */
export function writeFirstSection({ version, created, sentence: first, rows }: FirstRelease): string {
  const tables = [...rows].map(([table, number]) => `- ${table}: ${plural(number, "row")}\n`).join("");
  return `${sectionHeading(version, created)}\n\n${first}\n\n${tables}`;
}

interface FirstRelease extends Pick<ReleaseNews, "version" | "created"> {
  /** Why there is none to compare it with. */
  readonly sentence: string;
  /** The number of rows of each table. */
  readonly rows: ReadonlyMap<string, number>;
}

/** CHANGELOG.md with the section of a new release on top of those of the last one. */
export function writeChangelog(section: string, last: ReleaseReader | null): string {
  const earlier = last === null ? [] : sectionsOf(last.text("CHANGELOG.md"));
  return [HEAD, section, ...earlier].join("\n");
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function tableSection(table: string, { rows }: ReleaseDiff, changes: readonly Change[]): string {
  const own = rows.filter((row) => row.table === table);
  const idsOf = (change: string) => own.filter((row) => row.change === change).map(({ recordId }) => recordId);
  const gone = own.filter(({ change }) => change === "retired" || change === "moved" || change === "removed");
  const counts = [
    [idsOf("added").length, "added"],
    [idsOf("changed").length, "changed"],
    [gone.length, "retired"],
  ] as const;
  const summary = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", ");
  const head = `### ${table}\n\n${summary}.\n`;
  if (!own.some(({ recordId }) => isLastingId(table, recordId))) return head;
  const added = idsOf("added").length === 0 ? [] : [`- Added: ${plain(idsOf("added").join(", "))}.`];
  const changed = idsOf("changed").map(
    (id) =>
      `- Changed ${plain(id)}: ${changes
        .filter((row) => row.table === table && row.record_id === id && row.change === "changed")
        .map(formatCell)
        .join("; ")}.`,
  );
  const retired = gone.map(
    ({ recordId, reason }) => `- Retired ${plain(recordId)}${reason === null ? "." : `: ${plain(reason)}`}`,
  );
  return `${head}\n${[...added, ...changed, ...retired].join("\n")}\n`;
}

const formatCell = ({ column, old_value, new_value, reason }: Change) =>
  `${column} from ${formatValue(old_value)} to ${formatValue(new_value)}${reason === null ? "" : ` (${plain(reason.replace(/\.$/u, ""))})`}`;

/** Longer texts are cut; changes.csv has them in full. */
const LONGEST = 80;

function formatValue(value: string | null): string {
  if (value === null) return "nothing";
  const line = value.replace(/\s+/gu, " ");
  const letters = [...line];
  return code(letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST).join("")}…`);
}
