/** The heading of a release's section: `## 1.2.0 (2026-11-24)`, alone on its line. */
export const sectionHeading = (version: string, created: string) => `## ${version} (${created})`;

const HEADING = /^(?=## \d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$)/mu;

/**
 * The sections of a CHANGELOG.md, one per release, newest first. Nothing in the data can forge a heading: all that the
 * changelog takes from the data stands behind other words, on one line.
 */
export const sectionsOf = (changelog: string): string[] =>
  changelog
    .split(HEADING)
    .slice(1)
    .map((section) => `${section.trimEnd()}\n`);

/** The newest section, which is about the release that the file belongs to. */
export const newestSection = (changelog: string) => sectionsOf(changelog)[0] ?? "";

const TABLE = /^(?=### )/mu;

/**
 * A section without its single changes: the heading, the reason of the version, changes to tables and columns, and the
 * counts of each table. It says where the single changes are, unless there are none.
 */
export function shortenSection(section: string): string {
  const [head = "", ...tables] = section.split(TABLE);
  const short = tables.map((table) => table.split("\n").slice(0, 3).join("\n").trim());
  const isWhole = short.every((table, at) => table === tables[at]?.trim());
  if (isWhole) return section;
  const [, version = ""] = /^## (\S+)/u.exec(head) ?? [];
  const where = `Each single change is in CHANGELOG.md and changes.csv of release ${version}.`;
  return `${[head, ...short, where].map((part) => part.trim()).join("\n\n")}\n`;
}
