import type { Issue } from "#pipeline/core/issue.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { agreementOf } from "./agreement-of.ts";
import type { Base } from "./bases.ts";
import { asText, secondFiles } from "./mutations/mutation.ts";
import type { Trial } from "./verdict.ts";

/** What the pipeline promises of every input, and did not keep for this one. */
export function brokenPromises(raw: RawInput, { outcome, plan, isSame }: Trial, base: Base): string[] {
  const files = [...raw.coded, ...secondFiles(raw), ...raw.indexes, ...raw.texts];
  const lines = new Map(files.map(({ path, bytes }) => [path, linesOf(bytes)]));
  const broken = [...outcome.issues, ...(plan?.issues ?? [])].flatMap((issue) => faultOfPlace(issue, lines) ?? []);
  const isPlanned = plan !== null && plan.issues.length === 0;
  // The codebook says how the codings agree.
  const hasSameWords = isSame && agreementOf(outcome) === agreementOf(base.outcome);
  if (isPlanned && hasSameWords && plan.why !== null)
    broken.push(`The data are the same, but the plan says ${plan.why}.`);
  if (isPlanned && !isSame && plan.why === null) broken.push("The data differ, but nothing would be published.");
  return broken;
}

const linesOf = (bytes: Uint8Array) => asText(bytes).split(/\r\n|\r|\n/u).length;

function faultOfPlace({ code, at: { file, line } }: Issue, lines: ReadonlyMap<string, number>): string | null {
  const last = lines.get(file);
  if (line === null || last === undefined || (line >= 1 && line <= last)) return null;
  return `${code} is in line ${line} of ${file}, which has ${last} lines.`;
}
