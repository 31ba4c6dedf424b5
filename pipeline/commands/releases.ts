import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson } from "#pipeline/io/terminal.ts";
import { releasePath } from "#pipeline/publish/overview/catalog.ts";
import { newestSection } from "#pipeline/publish/plan/changelog-sections.ts";

export interface ReleasesOptions {
  readonly dist: string;
  readonly json: boolean;
}

/** Lists the releases, newest first, each with its date and the reason for its version. */
export async function releases({ dist, json }: ReleasesOptions): Promise<number> {
  const found = (await releaseStore(dist).releases()).map(({ version, created, sumsHash, withdrawn, changelog }) => ({
    version,
    date: created,
    path: releasePath(version),
    sha256sums: sumsHash,
    why:
      withdrawn === null ? reasonIn(newestSection(changelog())) : `withdrawn on ${withdrawn.date}: ${withdrawn.reason}`,
  }));
  if (json) printJson(found);
  else if (found.length === 0) print("There is no release yet.");
  else print(found.map(({ version, date, why }) => `${version.padEnd(8)} ${date}  ${why}`).join("\n"));
  return 0;
}

/** The first line below the heading. */
const reasonIn = (section: string) =>
  section
    .split("\n")
    .slice(1)
    .find((line) => line !== "") ?? "";
