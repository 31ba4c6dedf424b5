import { plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import type { SourceUpdate } from "#pipeline/documents/source-update.ts";

const STATE_WIDTH = "unchanged".length;

/** A line for each source, for a terminal of 80 columns: its state and what there is to say about it. */
export function formatUpdates(updates: readonly SourceUpdate[]): string {
  const width = Math.max("source".length, ...updates.map(({ source_id }) => source_id.length));
  const before = (source: string, state: string) => `${source.padEnd(width)}  ${state.padEnd(STATE_WIDTH)}  `;
  return [
    before("source", "state").trimEnd(),
    ...updates.map((update) => wrapText(formatDetail(update), before(update.source_id, update.state))),
  ].join("\n");
}

function formatDetail(update: SourceUpdate): string {
  const moved = update.moved_to === null ? "" : `It has moved to ${update.moved_to}.`;
  return [formatState(update), moved].filter((part) => part !== "").join(" ");
}

function formatState({ state, reason, sha256, affected }: SourceUpdate): string {
  switch (state) {
    case "unchanged":
      return "";
    case "changed":
      return `Its sha256 is now ${sha256 ?? "another"}. ${formatAffected(affected)}`;
    case "unknown":
      return "It is there, but sources.csv has no original_sha256 to compare it with.";
    case "gone":
    case "refused":
      return reason?.message ?? "";
    default:
      return state satisfies never;
  }
}

function formatAffected(affected: SourceUpdate["affected"]): string {
  if (affected === null) return "Its sentences could not be compared.";
  if (affected.length === 0) return "No cited sentence would move or go.";
  return `${plural(affected.length, "cited sentence")} would move or go: ${affected.join(", ")}.`;
}

/** What a person can do about the states, for stderr. */
export function formatUpdateSteps(updates: readonly SourceUpdate[]): string[] {
  const [changed] = updates.filter(({ state }) => state === "changed");
  const inState = (wanted: SourceUpdate["state"]) => updates.filter(({ state }) => state === wanted).length;
  const lines: string[] = [];
  if (changed !== undefined)
    lines.push(
      `${plural(inState("changed"), "document")} changed. Nothing was rewritten. To see what became of each sentence, run: npm run pipeline -- documents add ${changed.url} --id ${changed.source_id} --again`,
    );
  const moved = updates.filter(({ moved_to }) => moved_to !== null).length;
  if (moved > 0)
    lines.push(
      `${plural(moved, "document")} moved for good. Look at the new address, and write it in the url column of sources.csv.`,
    );
  if (inState("refused") > 0) lines.push(`${plural(inState("refused"), "document")} could not be asked for.`);
  return lines;
}
