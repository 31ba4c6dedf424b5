import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem, type RawInput, type SecondFolder } from "#pipeline/core/raw-input.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import { formatVerification, verificationJson } from "#pipeline/documents/format-verification.ts";
import { planIndex } from "#pipeline/documents/plan-index.ts";
import { readText, readTexts } from "#pipeline/documents/read-text.ts";
import { sealOf } from "#pipeline/documents/record-hash.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { relocatedFiles, verifyDocuments } from "#pipeline/documents/verify-documents.ts";
import { isChanged } from "#pipeline/documents/verify-index.ts";
import { type Outcome, resolveRaw } from "#pipeline/run.ts";
import { withFile } from "./mutations/mutation.ts";

/** Does what the commands `documents verify --relocate` and `documents index` do. Returns the issues of the former. */
export function tryDocuments(raw: RawInput, outcome: Outcome): readonly Issue[] {
  if (raw.texts.length === 0) return [];
  const { tables, indexes } = outcome.staged;
  const verified = verifyDocuments({ input: raw, tables, indexes, intakes: new Map(), found: outcome.issues });
  for (const verification of verified.verifications) {
    formatVerification(verification);
    JSON.stringify(verificationJson(verification));
  }
  const relocated = relocatedFiles(raw, verified);
  if (relocated !== null && relocated.length > 0) checkRelocated(raw, relocated);

  const register = recordedSources(tables.sources);
  const cited = new Set(allCitations(raw).map(({ sourceId }) => sourceId));
  for (const file of raw.texts) {
    const sourceId = fileStem(file.path);
    const { text, sha256 } = readText(file);
    const index = indexes.get(sourceId);
    const known = { index, intake: null, recorded: register.hashOf(sourceId), isCited: cited.has(sourceId) };
    if (text !== null) planIndex({ text, sha256 }, known);
  }
  readTexts(raw.texts);
  return verified.issues;
}

/** After a relocation every text is as its index says, and every second coding that was sealed is still sealed. */
function checkRelocated(raw: RawInput, relocated: readonly DiskFile[]): void {
  const after = relocated.reduce((files, { path, bytes }) => withFile(files, path, bytes), raw);
  const { staged, issues } = resolveRaw(after);
  const again = verifyDocuments({
    input: after,
    tables: staged.tables,
    indexes: staged.indexes,
    intakes: new Map(),
    found: issues,
  });
  const changed = again.verifications.filter(isChanged).map(({ sourceId }) => sourceId);
  if (changed.length > 0) throw new Error(`After a relocation, ${changed.join(", ")} still differs from its index.`);
  const isSealed = ({ coded }: RawInput, folder: SecondFolder) => sealOf(coded, folder) === "kept";
  const open = raw.second.filter((folder, at) => isSealed(raw, folder) && !isSealed(after, after.second[at] ?? folder));
  if (open.length > 0) throw new Error(`A relocation broke the seal of ${open.map(({ path }) => path).join(", ")}.`);
}
