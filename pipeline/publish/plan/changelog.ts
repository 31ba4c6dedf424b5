import { plural } from "#pipeline/core/plural.ts";
import { sectionHeading, sectionsOf, shortenSection } from "./changelog-sections.ts";
import type { Comparison } from "./comparison.ts";
import { formatDifferences, formatWithoutReason, sentence } from "./format-comparison.ts";
import { VERSION_RULE } from "./version.ts";

const HEAD = `# Changelog

All releases, newest first. ${VERSION_RULE}

Derived columns are only named here, and rows of derived tables only counted. Every correction is in changes.csv.
`;

/** What CHANGELOG.md says about a release. */
export interface ReleaseNews {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
  /** `MINOR: 3 records added to events`. */
  readonly choice: string;
  readonly comparison: Comparison;
}

/** The section of a release in CHANGELOG.md: the reason for its version, counts per table, each correction with its reason. */
export const writeSection = ({ version, created, choice, comparison }: ReleaseNews): string =>
  [`${sectionHeading(version, created)}\n\n${sentence(choice)}\n`, ...formatDifferences(comparison, "ids")].join("\n");

/** The same for any two releases. */
export function writeComparison(comparison: Comparison): string {
  const found = formatDifferences(comparison, "lines");
  const heading = `## From ${comparison.from} to ${comparison.to}\n`;
  return [heading, ...(found.length === 0 ? ["No table differs.\n"] : found), ...formatWithoutReason(comparison)].join(
    "\n",
  );
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

/** The longest section that later releases carry whole, in characters. */
const LONGEST_CARRIED = 8000;

/** CHANGELOG.md with the section of a new release on top of those of the last one, if there is one. Long ones are shortened. */
export function writeChangelog(section: string, last: string | null): string {
  const earlier = last === null ? [] : sectionsOf(last);
  const carried = earlier.map((one) => (one.length <= LONGEST_CARRIED ? one : shortenSection(one)));
  return [HEAD, section, ...carried].join("\n");
}
