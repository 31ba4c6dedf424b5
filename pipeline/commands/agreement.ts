import { join } from "node:path";
import { differencesFile } from "#pipeline/agreement/differences-file.ts";
import { formatAgreement } from "#pipeline/agreement/format-agreement.ts";
import { formatSeenSuggestions } from "#pipeline/agreement/seen-suggestions.ts";
import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { hasErrors } from "#pipeline/core/issue.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { formatUnknownSource } from "#pipeline/documents/wanted-texts.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { compareRaw } from "#pipeline/run.ts";
import { timesShown } from "#pipeline/suggest/shown.ts";
import { readShown } from "./shown-suggestions.ts";

export interface AgreementOptions {
  readonly source: string;
  readonly raw: string;
  readonly staged: string;
  readonly json: boolean;
}

/**
 * Prints how well the codings of a source agree, and writes what differs into staged/agreement, for settling. If
 * suggestions for the source were shown, it says so.
 */
export async function agreement(options: AgreementOptions): Promise<number> {
  const { raw, staged } = options;
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  const found = await compareSource(options);
  if (found === null) return 1;
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) =>
    writeAlone(options, found, { signal, assertHeld }),
  );
}

/** The codings of the source, compared; `null` if the data have errors, because then rows are missing. */
async function compareSource({ source, raw }: AgreementOptions): Promise<SourceAgreement | null> {
  const { tables, sources, issues } = compareRaw(await readRawFolder(raw, []));
  const register = recordedSources(tables.sources);
  if (!register.ids.has(source)) throw new UsageError(formatUnknownSource(source, [...register.ids], register));
  const found = sources.find(({ sourceId }) => sourceId === source);
  if (found === undefined || found.pairs.length === 0) throw new UsageError(formatTooFew(raw, found, source));
  if (!hasErrors(issues)) return found;
  report(`${raw} has errors, so no rows are compared. To see them, run: npm run pipeline -- validate`);
  return null;
}

const formatTooFew = (raw: string, found: SourceAgreement | undefined, source: string) =>
  `${source} has ${found === undefined ? "no second coding" : "one coding only"}. Put one into ${raw}/second/${source}/CODER, and add its row to coders.csv. ${raw}/README.md says how.`;

async function writeAlone(
  { staged, json }: AgreementOptions,
  found: SourceAgreement,
  { signal, assertHeld }: { readonly signal: AbortSignal; readonly assertHeld: AssertHeld },
): Promise<number> {
  const folder = join(staged, "agreement");
  const path = join(folder, `${found.sourceId}.csv`);
  const times = timesShown(readShown(staged) ?? "", found.sourceId);
  const bytes = new TextEncoder().encode(differencesFile(found));
  await pauseFor(signal)();
  await assertHeld();
  await makeFolder(folder);
  await replaceFiles(staged, { command: "agreement", files: [{ path, bytes }] });
  if (json) printJson(found);
  else print(formatAgreement(found));
  for (const line of formatSeenSuggestions(found, times)) report(line);
  report(`What differs is side by side in ${path}.`);
  return 0;
}
