/** The sections of a CHANGELOG.md, one per release, newest first. */
export const sectionsOf = (changelog: string): string[] =>
  changelog
    .split(/^(?=## \d)/mu)
    .slice(1)
    .map((section) => `${section.trimEnd()}\n`);

/** The newest section, which is about the release that the file belongs to. */
export const newestSection = (changelog: string) => sectionsOf(changelog)[0] ?? "";
