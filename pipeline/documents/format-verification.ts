import { formatMessage, formatPlace } from "#pipeline/core/format-issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { formatCitation, type Seal } from "#pipeline/documents/citations.ts";
import { isChanged, type Verification } from "#pipeline/documents/verify-index.ts";

/** How a document's sentences changed, for a terminal of 80 columns. */
export function formatVerification(verification: Verification): string {
  const { sourceId, isRecorded, isRecut, isIndexCurrent, unchanged } = verification;
  const all = plural(verification.now.entries.length, "sentence");
  if (isRecorded && isIndexCurrent) return `${sourceId}: unchanged, ${all}.`;
  if (isRecorded && !isRecut) return `${sourceId}: unchanged, ${all}, but somebody edited its index.`;
  if (!isChanged(verification)) return `${sourceId}: the file changed, but its ${all} did not.`;
  const { moved, recut, gone, added, relocation } = verification;
  const nMoved = moved.reduce((sum, { sentences }) => sum + sentences, 0);
  return [
    wrapText(
      `${sourceId}: ${isRecut ? "other rules cut the text" : "the text changed"}. ${plural(unchanged, "sentence")} unchanged, ${nMoved} moved, ` +
        `${recut.length === 0 ? "" : `${recut.length} split or joined, `}${gone.length} gone, ${added.length} new.`,
    ),
    ...moved.map(({ from, to, sentences }) => formatMove(from, to, sentences)),
    ...recut.map(({ from, to }) => formatMove(from, to, 1).replace("moved", "recut")),
    ...gone.map((sentence) => wrapText(formatGone(sentence), "  gone   ")),
    ...added.map(({ locator, text }) => wrapText(`${locator}  ${text}`, "  new    ")),
    ...relocation.rewrites.map(({ citation, after }) =>
      wrapText(`${formatCitation(citation)}: ${citation.evidence} → ${after}`, "  cell   "),
    ),
    ...relocation.removed.map(({ citation }) =>
      wrapText(
        `${formatCitation(citation)}: removed from a sealed coding, because its sentences are gone.`,
        "  row    ",
      ),
    ),
    ...relocation.blocked.flatMap(({ citation, faulty }) =>
      faulty.length === 0
        ? []
        : [wrapText(`${formatPlace(citation.at)}: the index does not contain ${faulty.join(", ")}.`, "  error  ")],
    ),
  ].join("\n");
}

function formatMove(from: string, to: string, sentences: number): string {
  const many = sentences === 1 ? "" : `  ${sentences} sentences`;
  return `  moved  ${from.padEnd(16)} → ${to.padEnd(16)}${many}`.trimEnd();
}

function formatGone({ locator, words, citedBy, sealedBy, inItsPlace }: Verification["gone"][number]): string {
  const place = inItsPlace.length === 0 ? "" : ` New in its place: ${inItsPlace.join(", ")}.`;
  const citers = [...citedBy, ...sealedBy];
  const cited = citers.length === 0 ? "No row cites it." : `Cited by ${citers.join(", ")}.`;
  return `${locator}  ${plural(words, "word")}. ${cited}${place}`;
}

/** What to do about cells that cannot be updated, by the seal of their coding. */
const UNBLOCK: Record<Seal, string> = {
  none: "Remove these locators from the rows, run documents verify --relocate again, and then code the new sentences.",
  broken:
    "Do not edit second codings that were changed after they were sealed: restore their files. validate names them.",
  kept: "A sealed coding names sentences that its document never had. Let its coder correct it, and seal it again.",
};

/** What to do next if texts changed; `written` is `null` if nothing could be relocated. */
export function formatNextSteps(
  changed: readonly Verification[],
  isAsked: boolean,
  written: readonly DiskFile[] | null,
) {
  if (changed.length === 0) return [];
  if (!isAsked)
    return ["Nothing was written. To update the locators, run: npm run pipeline -- documents verify --relocate"];
  if (written === null) {
    const blocked = changed.flatMap(({ relocation }) => relocation.blocked);
    if (blocked.length === 0)
      return [
        "Nothing was written, because of the errors above. Correct them, and run documents verify --relocate again.",
      ];
    return [
      `Nothing was written, because ${plural(blocked.length, "cell")} cannot be updated:`,
      ...blocked.map(({ citation, gone, faulty }) =>
        wrapText(`${formatCitation(citation)}: ${[...gone, ...faulty].join(", ")}`, "  "),
      ),
      ...(["none", "broken", "kept"] as const)
        .filter((seal) => blocked.some(({ citation }) => citation.seal === seal))
        .map((seal) => UNBLOCK[seal]),
    ];
  }
  return written.map(({ path }) => `${path}: updated.`);
}

/** The same as JSON. */
export const verificationJson = ({ now, relocation, issues, ...rest }: Verification) => ({
  ...rest,
  sentences: now.entries.length,
  rewrites: relocation.rewrites.map(({ citation: { at, recordId, evidence }, after }) => ({
    at,
    record_id: recordId,
    before: evidence,
    after,
  })),
  blocked: relocation.blocked.map(({ citation: { at, recordId, evidence }, gone, faulty }) => ({
    at,
    record_id: recordId,
    evidence,
    gone,
    faulty,
  })),
  removed: relocation.removed.map(({ citation: { at, recordId, evidence }, gone }) => ({
    at,
    record_id: recordId,
    evidence,
    gone,
  })),
  issues: issues.map((issue) => ({ ...issue, message: formatMessage(issue) })),
});
