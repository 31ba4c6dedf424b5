import { type Html, html } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { shortened } from "./shortened.ts";

/** How much of an old or new value is shown. */
const LONGEST = 140;

/** One row of changes.csv as a sentence: what became what, and why. */
export function changeSentence(
  { old_value: old = "", new_value: now = "", reason = "" }: Cells,
  context: PageContext,
): Html {
  const { releases } = context.words;
  const isDerived = reason.startsWith("derived:");
  const values = (old !== "" || now !== "") && releases.fromTo(shortened(old, LONGEST), shortened(now, LONGEST));
  return html`${values}${values && reason !== "" && ": "}${isDerived ? releases.derived : reason}`;
}
