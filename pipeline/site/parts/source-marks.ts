import { splitList } from "#pipeline/core/row.ts";
import { shortSourceName } from "#pipeline/core/source-name.ts";
import { sourcePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";

/** A source as readers know it: `ACLED 2023`. */
export const sourceName = (id: string, view: ReleaseView): string =>
  shortSourceName(view.find("source_provenance", id) ?? { source_id: id });

/** A link to the sentences in a source: `ACLED 2023, p12s1`. */
export const sourceMark = (id: string, evidence: string, view: ReleaseView): Html => {
  const [first = ""] = evidence.split(/[;-]/u);
  return html`<a class="source-mark" href="${sourcePage(id, first === "" ? undefined : first)}">${sourceName(id, view)}${
    evidence !== "" && html` <span class="locator">${evidence}</span>`
  }</a>`;
};

/**
 * The sources of a record with the place of a sentence, from `acled-2023:p12s1; acled-2023:p13s1`: the first sentence of
 * each source, or all.
 */
export function sourceMarks(row: Cells, view: ReleaseView, which: "first" | "all" = "first"): Piece {
  const seen = new Set<string>();
  const marks = splitList(row.evidence).flatMap((place) => {
    const colon = place.indexOf(":");
    const id = place.slice(0, colon);
    if (colon < 1 || (which === "first" && seen.has(id))) return [];
    seen.add(id);
    return [sourceMark(id, place.slice(colon + 1), view)];
  });
  return joined(marks.length > 0 ? marks : splitList(row.source_ids).map((id) => sourceMark(id, "", view)), "; ");
}
