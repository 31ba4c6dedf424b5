import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { hasErrors } from "#pipeline/core/issue.ts";
import { formatNextSteps, formatVerification, verificationJson } from "#pipeline/documents/format-verification.ts";
import { relocatedFiles, verifyDocuments } from "#pipeline/documents/verify-documents.ts";
import { isChanged } from "#pipeline/documents/verify-index.ts";
import { wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsVerifyOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly relocate: boolean;
  readonly json: boolean;
}

/** Compares every sentence of the texts with their indexes. With `relocate`, updates the locators of sentences that moved. */
export async function documentsVerify({ raw, texts, relocate, json }: DocumentsVerifyOptions): Promise<number> {
  const folder = textsFolder(raw, texts);
  const input = readRawFolder(raw, folder);
  wantedTexts(input.texts, [], folder);
  const { staged, issues: found } = resolveRaw(input);
  const verified = verifyDocuments({ input, tables: staged.tables, indexes: staged.indexes, found });
  const { verifications, issues, notAtHand } = verified;
  const changed = verifications.filter(isChanged);
  const written = relocate ? relocatedFiles(input, verified) : null;
  if (written !== null) await replaceFiles(written);

  if (json) {
    const reported = issues.map((issue) => ({ ...issue, message: formatMessage(issue) }));
    console.log(JSON.stringify({ documents: verifications.map(verificationJson), issues: reported }, null, 2));
  } else {
    for (const verification of verifications) console.log(formatVerification(verification));
  }
  for (const sourceId of notAtHand) console.error(`${sourceId}: not compared, because its text is not in the folder.`);
  for (const issue of issues) console.error(formatIssue(issue));
  for (const line of formatNextSteps(changed, relocate, written)) console.error(line);

  const remaining = written === null ? issues : issues.filter(({ code }) => code !== "documents/gone");
  return hasErrors(remaining) || (changed.length > 0 && written === null) ? 1 : 0;
}
