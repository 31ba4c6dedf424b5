import { splitList } from "#pipeline/core/row.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawRetellingInPage } from "#pipeline/drawing/retelling.ts";
import { pages, sourcePage } from "../addresses.ts";
import { Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { grouped } from "../parts/grouped.ts";
import { sourceName } from "../parts/source-marks.ts";
import { dataTable, scrollRegion } from "../parts/table.ts";
import type { Cells } from "../release/release-view.ts";

/** All documents, and which of them retells which. */
export function sourcesPage(context: PageContext): Page {
  const { view, words } = context;
  const { sources } = words;
  const { heads } = sources;
  return {
    address: pages.sources,
    title: sources.title,
    lead: sources.lead,
    content: html`${dataTable({
      caption: sources.caption,
      heads: [
        { text: heads.source },
        { text: heads.published },
        { text: heads.reliability },
        { text: heads.sentences, isNumber: true },
        { text: heads.records, isNumber: true },
        { text: heads.alone, isNumber: true },
      ],
      rows: view.rows("source_provenance").map((source) => sourceRow(source, context)),
    })}
<h2>${sources.familiesTitle}</h2>
${scrollRegion(sources.familiesTitle, new Html(retelling(context)))}
<ul>${view.rows("source_provenance").map((source) => family(source, context))}</ul>
<p>${sources.familiesNote}</p>`,
    limits: sources.limits,
    tables: ["source_provenance"],
  };
}

/** Which document retells which; the list below says the same. */
function retelling({ view, words }: PageContext): string {
  const told = view
    .rows("source_provenance")
    .map(({ source_id: id = "", date_published: date = "", derived_from }) => ({
      ...{ id, name: sourceName(id, view), when: dateInWords(date, words.dates) },
      ...{ retells: splitList(derived_from), href: sourcePage(id) },
    }));
  return drawRetellingInPage({
    sources: told,
    palette: pagePalette,
    label: words.sources.retellsLabel,
    title: words.sources.familiesTitle,
  });
}

const sourceRow = (source: Cells, { view, words }: PageContext) => [
  html`<a href="${sourcePage(source.source_id ?? "")}">${sourceName(source.source_id ?? "", view)}</a><br><span class="muted">${source.title}</span>`,
  html`${dateInWords(source.date_published ?? "", words.dates)}${source.date_published_basis && html`<br><span class="muted">${view.label("date_basis", source.date_published_basis)}</span>`}`,
  html`<strong>${source.reliability}</strong> ${view.label("reliability", source.reliability ?? "")}`,
  source.n_sentences_cited && words.sources.sentencesOf(source.n_sentences_cited, source.n_sentences ?? ""),
  grouped(Number(source.n_records ?? 0)),
  grouped(Number(source.n_records_alone ?? 0)),
];

function family(source: Cells, { view, words: { sources } }: PageContext): Html | null {
  const { source_id: id = "" } = source;
  const name = (one: string) => sourceName(one, view);
  const told = splitList(source.derived_from);
  if (told.length > 0) return html`<li>${told.map((one) => sources.retells(name(id), name(one))).join(" ")}</li>`;
  const isRetold = view.listing("source_provenance", "derived_from", id).length > 0;
  return isRetold ? null : html`<li>${sources.family(name(id))}</li>`;
}
