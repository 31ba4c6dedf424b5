import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawShape } from "#pipeline/drawing/timeline.ts";
import { pages } from "../addresses.ts";
import { dateInWords } from "../dates.ts";
import { Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { recordLink } from "../parts/links.ts";
import { recordLine } from "../parts/record-line.ts";
import { sourceMarks } from "../parts/source-marks.ts";
import { dataTable, scrollRegion } from "../parts/table.ts";
import { timeDrawing } from "../parts/time-drawing.ts";
import { byActor, type TimeRecord, timeRecords } from "../release/dated-records.ts";

/** Steps and events in time, drawn and as a table; those without a date are listed with their number. */
export function timelinePage(context: PageContext): Page {
  const { timeline } = context.words;
  const { dated, undated } = timeRecords(context.view);
  return {
    address: pages.timeline,
    title: timeline.title,
    lead: timeline.lead,
    content: html`${legend(context)}
${scrollRegion(timeline.drawing, timeDrawing(dated, context))}
<h2 id="undated">${timeline.undatedTitle(undated.length)}</h2>
<p>${timeline.undatedNote}</p>
${byActor(undated).map(
  ([actor, records]) =>
    html`<details><summary>${timeline.undatedOf(actor || timeline.nobody, records.length)}</summary><ul>${records.map((record) => recordLine(record, context))}</ul></details>\n`,
)}
<h2>${timeline.tableTitle}</h2>
${datedTable(dated, context)}`,
    limits: timeline.limits,
    tables: ["expansion_timeline", "events"],
    // Events name persons.
    isListed: false,
  };
}

function legend({ words: { timeline } }: PageContext): Html {
  const shapes = ["day", "once", "lasting", "open"] as const;
  return html`<h2>${timeline.legendTitle}</h2>
<ul class="legend">${shapes.map((shape) => html`<li>${new Html(drawShape(shape, pagePalette))} ${timeline.shapes[shape]}</li>`)}</ul>
<p class="small muted">${timeline.old}</p>`;
}

function datedTable(dated: readonly TimeRecord[], context: PageContext): Html {
  const { view, words } = context;
  const { when, date, what, actor, agreement, sources } = words.timeline.heads;
  return dataTable({
    caption: words.timeline.caption,
    heads: [when, date, what, actor, agreement, sources].map((text) => ({ text })),
    rows: dated.map(({ table, row, actor: name }) => [
      dateInWords(row.date ?? "", words.dates),
      html`<code>${row.date}</code>`,
      recordLink(table, row, context),
      name,
      words.records.agreementShort[row.agreement ?? ""],
      sourceMarks(row, view),
    ]),
  });
}
