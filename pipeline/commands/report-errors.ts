import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { report } from "#pipeline/io/terminal.ts";

/** Says on stderr that rows are missing from the result of a command because they have errors. */
export function reportErrors(raw: string, issues: readonly Issue[]): void {
  const errors = issues.filter((issue) => !isWarning(issue)).length;
  if (errors === 0) return;
  report(
    `${plural(errors, "error")} in ${raw}. The rows with errors are not counted. To see the errors, run: npm run pipeline -- validate`,
  );
}
