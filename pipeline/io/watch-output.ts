import { writeSync } from "node:fs";
import { formatFault } from "./faults.ts";
import { codeOf } from "./system-error.ts";

/** Whether what a command prints is its result, or only reports work that stands without it, such as a release. */
export type OutputIs = "result" | "report";

const FAILED = 1;

/**
 * Keeps a full disk or a closed pipe behind stdout or stderr from ending the process in a stack trace, and from making
 * work look failed that is done:
 *
 * - If a reader has closed the pipe (`| head`), it has all that it wanted: nothing is said, and the exit code stays.
 * - If the output is a report, the exit code stays. A release that was published is published.
 * - If the output is the result and stdout cannot be written, the command failed: exit code 1 and a line on stderr.
 * - What cannot be written to stderr is lost.
 *
 * A stdout that was closed before the start is /dev/null to Node, and so it is here.
 */
export function watchOutput(outputIs: () => OutputIs): void {
  let fault: unknown = null;
  process.stdout.on("error", (error) => {
    fault ??= error;
  });
  process.stderr.on("error", () => undefined);
  process.on("exit", () => {
    if (fault === null || codeOf(fault) === "EPIPE") return;
    if (outputIs() === "result" && (process.exitCode ?? 0) === 0) process.exitCode = FAILED;
    sayQuietly(`${formatFault(fault) ?? `The system reported ${codeOf(fault)}.`} The output is incomplete.\n`);
  });
}

function sayQuietly(line: string): void {
  try {
    writeSync(2, line);
  } catch {
    // There is nowhere left to say it.
  }
}
