import { groupBy } from "#pipeline/core/group-by.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { pages } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { heading } from "../parts/heading.ts";
import { recordLink } from "../parts/links.ts";
import { type Listing, lines, listings } from "../parts/listing.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { isAboutCommunity } from "../parts/people.ts";
import { said, saidMark } from "../parts/said.ts";
import { sourceMark } from "../parts/source-marks.ts";
import { prose } from "../prose.ts";
import type { Cells } from "../release/release-view.ts";

/** Every disagreement, by kind: the question, and who says what. What the data publish is on the page of each. */
export function disagreementsPages(context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { disagreements } = words;
  const kinds = view
    .where("codelists", "codelist", "disagreement_kind")
    .map(({ code = "", label = "", definition = "" }) => ({
      ...{ code, label, definition },
      rows: view.where("disagreements", "kind", code),
    }))
    .filter(({ rows }) => rows.length > 0);
  const sections = kinds.map(({ code, label, rows }) =>
    listings(
      rows.map((row) => oneDisagreement(row, context)),
      (
        shown,
        isStart,
      ) => html`<section>${heading({ anchor: code, title: disagreements.kind(label, rows.length), isStart }, words)}
${shown}</section>`,
      code,
    ),
  );
  return numberedPages(
    {
      address: pages.disagreements,
      title: disagreements.title,
      lead: disagreements.lead,
      head: (hrefOf) => html`<h2>${disagreements.kindsTitle}</h2>
<ul>${kinds.map(({ code, label, definition, rows }) => html`<li><a href="${hrefOf(code)}">${disagreements.kind(label, rows.length)}</a>: ${prose(definition)}</li>`)}</ul>
`,
      listing: listings(sections, (shown) => shown),
      limits: disagreements.limits,
      tables: ["disagreements", "disagreement_sides"],
      isListed: false,
      section: "disagreements",
    },
    words,
  );
}

/** A disagreement, with a line for each position. */
function oneDisagreement(row: Cells, context: PageContext): Listing<Html> {
  const { view, words } = context;
  const { disagreement_id: id = "", note = "" } = row;
  const sides = view.where("disagreement_sides", "disagreement_id", id);
  // The sentences of one source that take the same side are one line.
  const positions = groupBy(sides, (side) => `${side.side}/${side.source_id}/${side.position}`);
  return lines(
    [...positions.values()],
    (
      shown,
      isStart,
    ) => html`<article class="disagreement"><h3${isStart && html` id="${id}"`}>${recordLink("disagreements", row, context)}</h3>
${note !== "" && html`<p${saidMark(row, context)}>${note}</p>`}
<ul>${shown.map((line) => oneSide(line, context))}</ul>
<p class="small muted">${words.disagreements.sides(row.n_sides ?? "", row.n_independent_sources ?? "")}</p></article>\n`,
  );
}

function oneSide(rows: readonly Cells[], context: PageContext): Html {
  const { view, words } = context;
  // One line for several records is about a community if one of them is.
  const told = rows.find((row) => isAboutCommunity(row, view)) ?? rows[0] ?? {};
  const { side = "", source_id: id = "", position = "", evidence = "" } = told;
  const source = view.find("source_provenance", id);
  const when = dateInWords(source?.date_published ?? "", words.dates);
  return html`<li><span class="tag">${words.disagreements.sideOf(side)}</span> ${said(position, told, context)} ${sourceMark(id, evidence, view)} <span class="muted">(${words.disagreements.reliability(source?.reliability ?? "")}${when !== "" && `, ${when}`})</span></li>`;
}
