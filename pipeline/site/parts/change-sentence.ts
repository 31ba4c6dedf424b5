import { whoseWords } from "#pipeline/core/communities.ts";
import { isMarkedDerived, splitReasons, withoutMark } from "#pipeline/core/reason-parts.ts";
import { html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { rowTold } from "../release/row-told.ts";
import { isAboutCommunity } from "./people.ts";
import { saidMark, sayerOf } from "./said.ts";
import { shortened } from "./shortened.ts";

/** How much of an old or new value is shown. */
const LONGEST = 140;

/**
 * One row of changes.csv as a sentence: what became what, and why. If the changed row is about a community, old and new
 * words are what its source says, and all else is on what it says.
 */
export function changeSentence(row: Cells, context: PageContext): Piece {
  const { view, words } = context;
  const isSaid = isAboutCommunity(row, view);
  const hasSaidWords = isSaid && whoseWords(row.column ?? "", rowTold(row, view) ?? row) === "source";
  const sentence = [hasSaidWords ? saidFromTo(row, context) : fromTo(row, context), reasonInWords(row, context)].filter(
    (part) => part !== "",
  );
  if (sentence.length === 0) return "";
  const text = sentence.join(": ");
  return html`<span${saidMark(row, context)}>${isSaid && !hasSaidWords ? words.records.onSaid(sayerOf(row, context), text) : text}</span>`;
}

const valuesOf = ({ old_value: old = "", new_value: now = "" }: Cells) => ({
  old: shortened(old, LONGEST),
  now: shortened(now, LONGEST),
});

/** The values of a cell. Those of a row that was added or retired are all its cells, which are not shown here. */
function fromTo(row: Cells, { words: { releases } }: PageContext): string {
  const { old, now } = valuesOf(row);
  return row.change !== "changed" || (old === "" && now === "") ? "" : releases.fromTo(old, now);
}

/** Words that a source says, before and after: another statement may have led the record before. */
function saidFromTo(row: Cells, context: PageContext): string {
  const { view, words } = context;
  const told = rowTold(row, view) ?? {};
  const sayer = (lead: string | undefined) => sayerOf(lead ? { source_id: lead } : told, context);
  const after = laterLead(row, view);
  const before = leadChanges(row, view).find(({ version }) => version === row.version)?.old_value || after;
  return words.releases.saidFromTo({ ...valuesOf(row), before: sayer(before), after: sayer(after) });
}

/** The changes of whose statement leads the record, newest first. */
const leadChanges = ({ table = "", record_id: id = "" }: Cells, view: ReleaseView): readonly Cells[] =>
  view.changesOf(table, id).filter(({ change, column }) => change === "changed" && column === "lead_source_id");

/** The source that led after a change, if a later release has another. */
function laterLead(row: Cells, view: ReleaseView): string | undefined {
  const all = view.changesOf(row.table ?? "", row.record_id ?? "");
  const later = new Set(
    all.slice(
      0,
      all.findIndex(({ version }) => version === row.version),
    ),
  );
  return leadChanges(row, view).findLast((change) => later.has(change))?.old_value;
}

/** Why something changed; that it follows from other changes, if nothing was corrected. */
function reasonInWords({ reason = "" }: Cells, { words: { releases } }: PageContext): string {
  const stated = splitReasons(withoutMark(reason)).join(" ");
  return isMarkedDerived(reason) ? [releases.derived, stated].filter((part) => part !== "").join(". ") : stated;
}
