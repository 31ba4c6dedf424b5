import { plural } from "#pipeline/core/plural.ts";
import { REPOSITORY } from "#schemas/addresses.ts";
import { commitWithEditions } from "#schemas/first-releases.ts";
import type { Refusal, Remade } from "./remake.ts";

const REASONS: Readonly<Record<Refusal, string>> = {
  "other-format": "Their format has changed since.",
  "other-columns": "Their columns have changed since.",
  "other-bytes": "Their words have changed since.",
  incomplete: "It holds the files that could not be made.",
};

/** What became of the absent editions of a release, in lines: those that were made, the others, and how to get them. */
export function formatRemade(version: string, folder: string, { made, refused }: Remade): string[] {
  const lacked = made.length + refused.size;
  if (lacked === 0) return [];
  if (refused.size === 0) return [`Made the ${plural(made.length, "edition file")} that ${folder} lacked.`];
  return [
    `Made ${made.length} of the ${plural(lacked, "edition file")} that ${folder} lacked.`,
    ...refusals(refused),
    howToGet(version),
  ];
}

/** One line for each reason, with the files: `Not made: jnim-data.xlsx. Their format has changed since.` */
function refusals(refused: Remade["refused"]): string[] {
  const reasons = [...new Set(refused.values())];
  return reasons.map((reason) => {
    const [first = "", ...others] = [...refused].flatMap(([path, why]) => (why === reason ? [path] : []));
    const files = others.length > MOST_NAMED ? `${first} and ${others.length} more` : [first, ...others].join(", ");
    return `Not made: ${files}. ${REASONS[reason]}`;
  });
}

/** More files than this, beside the first, are counted. */
const MOST_NAMED = 3;

/** The editions of the first releases are in the history of the repository. Later ones are files of their release on the hosting site. */
function howToGet(version: string): string {
  const commit = commitWithEditions[version];
  if (commit !== undefined)
    return `To get them from the history, run this in a clone that has all of it: git restore --source ${commit} -- dist/releases/${version}`;
  return `Download them from ${REPOSITORY}/releases/tag/v${version}, or make them with the program of that time: git worktree add ../v${version} v${version}, then npm ci and npm run pipeline -- editions ${version} there.`;
}
