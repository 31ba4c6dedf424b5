import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { hasErrors } from "#pipeline/core/issue.ts";
import { formatNextSteps, formatVerification, verificationJson } from "#pipeline/documents/format-verification.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { relocatedFiles, verifyDocuments } from "#pipeline/documents/verify-documents.ts";
import { isChanged } from "#pipeline/documents/verify-index.ts";
import { formatNoText, wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { type AssertHeld, runAlone } from "#pipeline/io/alone.ts";
import { readIntakeRecords } from "#pipeline/io/intake-record.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsVerifyOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  /** Source ids; none for all. */
  readonly sources: readonly string[];
  readonly relocate: boolean;
  readonly json: boolean;
}

/**
 * Compares every sentence of the texts with their indexes. With `relocate`, updates the locators of sentences that
 * moved, the indexes and the hashes in sources.csv, all or none.
 */
export const documentsVerify = (options: DocumentsVerifyOptions): Promise<number> =>
  options.relocate
    ? runAlone({ raw: options.raw, report }, (signal, assertHeld) => verifyTexts(options, signal, assertHeld))
    : verifyTexts(options, null, null);

async function verifyTexts(
  { raw, texts, sources, relocate, json }: DocumentsVerifyOptions,
  signal: AbortSignal | null,
  assertHeld: AssertHeld | null,
): Promise<number> {
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, issues: found } = resolveRaw(input);
  const register = recordedSources(staged.tables.sources);
  const wanted = wantedTexts(input.texts, { asked: sources, register, folders });
  const verified = verifyDocuments({
    input: { ...input, texts: wanted },
    tables: staged.tables,
    indexes: staged.indexes,
    intakes: readIntakeRecords(folders),
    found,
  });
  const { verifications, issues, notAtHand, notIndexed } = verified;
  const changed = verifications.filter(isChanged);
  const written = relocate ? relocatedFiles(input, verified) : null;
  await pauseFor(signal)();
  await assertHeld?.();
  if (written !== null) await replaceFiles(raw, { command: "documents verify --relocate", files: written });

  if (json) {
    const reported = issues.map((issue) => ({ ...issue, message: formatMessage(issue) }));
    printJson({ documents: verifications.map(verificationJson), issues: reported });
  } else {
    for (const verification of verifications) print(formatVerification(verification));
  }
  const notCompared = notAtHand.filter(() => sources.length === 0);
  for (const sourceId of notCompared) report(`${sourceId}: not compared. ${formatNoText(sourceId, folders)}`);
  for (const sourceId of notIndexed)
    report(`${sourceId}: not compared. To make its index, run: npm run pipeline -- documents index ${sourceId}`);
  for (const issue of issues) report(formatIssue(issue));
  for (const line of formatNextSteps(changed, relocate, written)) report(line);

  const remaining = written === null ? issues : issues.filter(({ code }) => code !== "documents/gone");
  return hasErrors(remaining) || (changed.length > 0 && written === null) ? 1 : 0;
}
