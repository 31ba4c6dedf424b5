import { parseVersion } from "#pipeline/core/version-number.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { ClaimTrace } from "./claim-traces.ts";
import { headlineOf, type OtherNews, otherNewsOf } from "./headline.ts";

export type Level = "none" | "patch" | "minor" | "major";

/** The next version and its reasons. */
export interface VersionChoice {
  readonly level: Level;
  /** The last version if nothing changed. */
  readonly version: string;
  /** What changed, as phrases, corrections first. */
  readonly reasons: readonly string[];
}

export const FIRST_VERSION = "1.0.0";

/** The rule for readers, after the Data Package recipe (datapackage.org, Data Package Version). */
export const VERSION_RULE = [
  "A release is a major version if a table is removed or renamed, if a column of an existing table is added, removed, renamed, retyped or reordered, or if the key of a table changes.",
  "It is a minor version if a table is added, or if rows are added or retired.",
  "It is a patch if a value is corrected, if words change, or if an edition is new or has a new form.",
].join(" ");

/**
 * The version by `VERSION_RULE`.
 *
 * The rows of every table count, including claims and evidence, because a reader who joins these tables sees new rows.
 * `newest` is the newest version ever published: it was withdrawn if it is not the one that is compared.
 */
export function chooseVersion(
  diff: ReleaseDiff,
  others: OtherNews,
  {
    newest = diff.from,
    traces = [],
  }: { readonly newest?: string | undefined; readonly traces?: readonly ClaimTrace[] } = {},
): VersionChoice {
  const level = levelOf(diff, others);
  if (level === "none") return { level, version: diff.from, reasons: [] };
  const found = headlineOf(diff, traces);
  const reasons = [...found, ...otherNewsOf(diff, others, found.length === 0)];
  return { level, version: nextVersion(newest, level), reasons };
}

function levelOf({ schema, rows }: ReleaseDiff, others: OtherNews): Level {
  if (schema.some(({ change }) => change !== "table-added")) return "major";
  if (schema.length > 0 || rows.some(({ change }) => change !== "changed")) return "minor";
  return rows.length > 0 || Object.values(others).some(({ length }) => length > 0) ? "patch" : "none";
}

/** `MINOR: 2 records corrected in events; 3 records added to places`. */
export const formatChoice = ({ level, reasons }: VersionChoice) => `${level.toUpperCase()}: ${reasons.join("; ")}`;

/** The version after this one. */
export function nextVersion(last: string, level: Exclude<Level, "none">): string {
  const [major, minor, patch] = parseVersion(last) ?? [0, 0, 0];
  if (level === "major") return `${major + 1}.0.0`;
  return level === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
