import { bibtexCitation, rowCitation, textCitation } from "#pipeline/core/citation.ts";
import { dataset } from "#schemas/dataset.ts";
import { pages, recordPage } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import { linkedData } from "../linked-data.ts";
import type { Page, PageContext } from "../page.ts";
import { downloads } from "../parts/downloads.ts";
import { expansionDrawing } from "../parts/expansion-drawing.ts";
import { grouped } from "../parts/grouped.ts";
import { scrollRegion } from "../parts/table.ts";
import { expansionTimeline } from "../parts/time-drawing.ts";
import { prose } from "../prose.ts";
import { changesOfKind, countChanges, type Kind } from "../release/release-changes.ts";
import { type ReleaseNumbers, releaseNumbers } from "../release/release-numbers.ts";
import { hasSection, type Section } from "../sections.ts";

/** The first page: what this is, what must not be concluded, and only then numbers and drawings. */
export function overviewPage(context: PageContext): Page {
  const { words } = context;
  const { overview } = words;
  const numbers = releaseNumbers(context.view);
  return {
    address: pages.overview,
    title: dataset.title,
    lead: overview.lead,
    content: html`<ul>${overview.what.map((line) => html`<li>${prose(line)}</li>`)}</ul>
<section class="caution"><h2>${overview.notToConcludeTitle}</h2>
<ul>${overview.notToConclude.map((line) => html`<li>${prose(line)}</li>`)}</ul></section>
<h2>${overview.numbersTitle}</h2>
${numberList(numbers, context)}
${atAGlance(numbers, context)}
<h2>${overview.firstThingsTitle}</h2>
<ol>${overview.firstThings.map(({ title, text }) => html`<li><strong>${prose(title)}</strong> ${prose(text)}</li>`)}</ol>
<p><a href="${pages.codebook}">${overview.toCodebook}</a></p>
<h2>${overview.downloadsTitle}</h2>
<p>${overview.downloadsNote}</p>
${downloads(context)}
${howToCite(context)}
${whatChanged(context)}`,
    limits: [],
    tables: [],
    linkedData: linkedData(context),
  };
}

function numberList(numbers: ReleaseNumbers, { view, words }: PageContext): Html {
  const { numbers: said } = words.overview;
  const items: readonly (readonly [number: number, section: Section, words: string])[] = [
    [numbers.records, "tables", said.records(grouped(numbers.recordsAlone))],
    [numbers.sources, "sources", said.sources(grouped(numbers.independentSources))],
    [numbers.disagreements, "disagreements", said.disagreements],
    [numbers.steps, "map", said.steps(grouped(numbers.undatedSteps))],
    [numbers.incidents, "warfare", said.warfare(grouped(numbers.patterns))],
    [numbers.claims, "tables", said.cells],
  ];
  const shown = items.filter(([, section]) => hasSection(section, view));
  return html`<dl class="numbers">${shown.map(
    ([number, section, text]) =>
      html`<div><dt><a href="${pages[section]}">${grouped(number)}</a></dt><dd>${text}</dd></div>`,
  )}</dl>`;
}

function atAGlance({ steps, undatedSteps }: ReleaseNumbers, context: PageContext): Piece {
  const { view, words } = context;
  const { overview } = words;
  if (!hasSection("map", view)) return null;
  const timeline = expansionTimeline(context);
  return html`<h2>${overview.expansionTitle}</h2>
<p>${overview.expansionNote(grouped(steps - undatedSteps), grouped(undatedSteps))} <a href="${pages.map}">${overview.toMap}</a> · <a href="${pages.timeline}">${overview.toTimeline}</a></p>
<div class="glance"><figure class="map">${scrollRegion(words.map.regionLabel, expansionDrawing(context, true))}<figcaption>${words.map.drawing.meaning}</figcaption></figure>
<figure>${scrollRegion(words.timeline.drawing, timeline)}</figure></div>`;
}

function howToCite({ view, words: { overview } }: PageContext): Html {
  const [example] = view.rows("expansion_timeline");
  const id = example?.record_id ?? null;
  return html`<h2>${overview.citeTitle}</h2>
<p class="citation">${textCitation(view.cited)}</p>
<pre class="citation"><code>${bibtexCitation(view.cited)}</code></pre>
${id !== null && html`<p>${overview.citeNote(rowCitation(view.version, id))} <a href="${recordPage(id)}">${id}</a></p>`}`;
}

function whatChanged({ view, words: { overview } }: PageContext): Html {
  const changes = view.changes.filter(({ version }) => version === view.version);
  const number = (kind: Kind) => countChanges(changesOfKind(changes, "stated", kind));
  const newTables = changesOfKind(changes, "table", "added").map(({ table = "" }) => view.table(table)?.title ?? table);
  const said =
    view.changes.length === 0
      ? overview.changesNone
      : overview.changes(
          overview.rowsAdded(number("added")),
          overview.cellsChanged(number("changed")),
          overview.rowsRetired(number("retired")),
          newTables,
        );
  return html`<h2>${overview.changesTitle}</h2>
<p>${said} <a href="${pages.releases}">${overview.toReleases}</a></p>`;
}
