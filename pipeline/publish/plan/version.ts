import { plural } from "#pipeline/core/plural.ts";
import { parseVersion } from "#pipeline/core/version-number.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { formatSchemaChanges } from "#pipeline/publish/compare/format-schema-change.ts";

export type Level = "none" | "patch" | "minor" | "major";

/** The next version and its reasons. */
export interface VersionChoice {
  readonly level: Level;
  /** The last version if nothing changed. */
  readonly version: string;
  /** The changes that determined the level, as phrases. */
  readonly reasons: readonly string[];
}

export const FIRST_VERSION = "1.0.0";

/**
 * The version by the Data Package recipe (datapackage.org, Data Package Version):
 * a table or column of an existing table added, removed, renamed, retyped or reordered, or its key changed → MAJOR;
 * a new table, rows added or gone → MINOR; a value corrected, or words changed in any other file → PATCH.
 *
 * The rows of every table count, including claims and evidence, because a reader who joins these tables sees new rows.
 * `otherFiles` are the other files that differ. They matter only if no row changed, because many of them repeat facts
 * about rows. `newest` is the newest version ever published: it was withdrawn if it is not the one that is compared.
 */
export function chooseVersion(
  diff: ReleaseDiff,
  otherFiles: readonly string[],
  newest: string = diff.from,
): VersionChoice {
  const corrections = correctionReasons(diff);
  const reasons: Record<Exclude<Level, "none">, string[]> = {
    major: formatSchemaChanges(diff.schema.filter(({ change }) => change !== "table-added")),
    minor: [...formatSchemaChanges(diff.schema.filter(({ change }) => change === "table-added")), ...rowReasons(diff)],
    patch:
      corrections.length > 0 || otherFiles.length === 0 ? corrections : [`words changed in ${otherFiles.join(", ")}`],
  };
  for (const level of ["major", "minor", "patch"] as const) {
    if (reasons[level].length > 0) return { level, version: nextVersion(newest, level), reasons: reasons[level] };
  }
  return { level: "none", version: diff.from, reasons: [] };
}

/** `MINOR: 3 rows added to events; 1 row retired from places`. */
export const formatChoice = ({ level, reasons }: VersionChoice) => `${level.toUpperCase()}: ${reasons.join("; ")}`;

/** The version after this one. */
export function nextVersion(last: string, level: Exclude<Level, "none">): string {
  const [major, minor, patch] = parseVersion(last) ?? [0, 0, 0];
  if (level === "major") return `${major + 1}.0.0`;
  return level === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

const ROW_WORDS = [
  ["added", "added to"],
  ["retired", "retired from"],
  ["moved", "moved out of"],
  ["removed", "removed from"],
] as const;

const rowReasons = (diff: ReleaseDiff) =>
  tablesOf(diff).flatMap((table) =>
    ROW_WORDS.flatMap(([change, words]) => {
      const number = diff.rows.filter((row) => row.table === table && row.change === change).length;
      return number === 0 ? [] : [`${plural(number, "row")} ${words} ${table}`];
    }),
  );

const correctionReasons = (diff: ReleaseDiff) =>
  tablesOf(diff).flatMap((table) => {
    const number = diff.rows.filter((row) => row.table === table && row.change === "changed").length;
    return number === 0 ? [] : [`${plural(number, "row")} of ${table} corrected`];
  });

const tablesOf = ({ rows }: ReleaseDiff) => [...new Set(rows.map(({ table }) => table))];
