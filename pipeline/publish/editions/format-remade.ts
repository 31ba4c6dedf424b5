import { plural } from "#pipeline/core/plural.ts";
import { REPOSITORY } from "#schemas/addresses.ts";
import { commitWithEditions } from "#schemas/first-releases.ts";
import type { Refusal, Remade } from "./remake.ts";

const REASONS: Readonly<Record<Refusal, string>> = {
  "other-format": "this program writes another format of it",
  "other-columns": "this program knows other columns",
  "other-bytes": "this program writes other words in it",
  incomplete: "it holds a file that could not be made again",
};

/** What became of the absent editions of a release, in sentences: those that were made, and how to get the others. */
export function formatRemade(version: string, folder: string, { made, refused }: Remade): string[] {
  const some = made.length === 0 ? [] : [`Made the ${plural(made.length, "edition file")} that ${folder} lacked.`];
  if (refused.size === 0) return some;
  const reasons = new Set([...refused.values()].map((refusal) => REASONS[refusal]));
  const [first = ""] = refused.keys();
  const files = refused.size === 1 ? first : `${plural(refused.size, "file")} such as ${first}`;
  return [...some, `${files} of ${version} cannot be made again: ${[...reasons].join(", and ")}. ${howToGet(version)}`];
}

/** The editions of the first releases are in the history of the repository. Later ones are files of their release on the hosting site. */
function howToGet(version: string): string {
  const commit = commitWithEditions[version];
  if (commit !== undefined)
    return `To get them from the history, run: git restore --source ${commit} -- dist/releases/${version}`;
  return `Download them from ${REPOSITORY}/releases/tag/v${version}, or make them with the program of that time: git worktree add ../v${version} v${version}, then npm ci and npm run pipeline -- editions ${version} there.`;
}
