import { isMarkedDerived, splitReasons, withoutMark } from "#pipeline/core/reason-parts.ts";
import { type Html, html } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { shortened } from "./shortened.ts";

/** How much of an old or new value is shown. */
const LONGEST = 140;

/** One row of changes.csv as a sentence: what became what, and why. */
export function changeSentence(row: Cells, context: PageContext): Html {
  const { old_value: old = "", new_value: now = "" } = row;
  const { fromTo } = context.words.releases;
  const values = old === "" && now === "" ? "" : fromTo(shortened(old, LONGEST), shortened(now, LONGEST));
  const why = reasonInWords(row, context);
  return html`${values}${values !== "" && why !== "" && ": "}${why}`;
}

/** Why something changed; that it follows from other changes, if nothing was corrected. */
export function reasonInWords({ reason = "" }: Cells, { words: { releases } }: PageContext): string {
  const stated = splitReasons(withoutMark(reason)).join(" ");
  return isMarkedDerived(reason) ? [releases.derived, stated].filter((part) => part !== "").join(". ") : stated;
}
