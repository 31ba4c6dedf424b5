import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { byActor, type TimeRecord, timeRecords } from "#pipeline/drawing/dated-records.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawShape } from "#pipeline/drawing/timeline.ts";
import { pages } from "../addresses.ts";
import { Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { recordLink } from "../parts/links.ts";
import { recordLine } from "../parts/record-line.ts";
import { sourceMarks } from "../parts/source-marks.ts";
import { dataTable, scrollRegion } from "../parts/table.ts";
import { groupName, timeDrawing } from "../parts/time-drawing.ts";
import type { Words } from "../words/words.ts";

/** Steps and events in time, drawn and as a table; those without a date are listed with their number. */
export function timelinePage(context: PageContext): Page {
  const { timeline } = context.words;
  const { dated, undated } = timeRecords(context.view.rows);
  return {
    address: pages.timeline,
    title: timeline.title,
    lead: timeline.lead,
    content: html`${legend(context)}
${actorControl([...dated, ...undated], timeline)}
${scrollRegion(timeline.drawing, timeDrawing(dated, context))}
<h2 id="undated">${timeline.undatedTitle(undated.length)}</h2>
<p>${timeline.undatedNote}</p>
${byActor(undated).map(
  (group) =>
    html`<details data-group="${group.group}" data-number="${group.records.length}"><summary>${timeline.undatedOf(groupName(group, timeline), group.records.length)}</summary><ul>${group.records.map((record) => recordLine(record, context))}</ul></details>\n`,
)}
<h2>${timeline.tableTitle}</h2>
${datedTable(dated, context)}`,
    limits: timeline.limits,
    tables: ["expansion_timeline", "events"],
    // Events name persons.
    isListed: false,
  };
}

/** A list of the actors to choose one from. The script shows it. */
function actorControl(records: readonly TimeRecord[], timeline: Words["timeline"]): Html {
  const { legend, choose, all, status } = timeline.filter;
  const groups = byActor(records).map((group) => ({ key: group.group, name: groupName(group, timeline) }));
  return html`<form class="controls" id="actors" data-status="${status}" hidden><fieldset><legend>${legend}</legend>
<label>${choose} <select name="actor"><option value="">${all}</option>${groups.map(
    ({ key, name }) => html`<option value="${key}">${name}</option>`,
  )}</select></label></fieldset>
<p class="small muted" role="status"></p></form>`;
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
    rows: dated.map(({ table, row, actor, group }) => [
      dateInWords(row.date ?? "", words.dates),
      html`<code>${row.date}</code>`,
      recordLink(table, row, context),
      html`<span data-group="${group}">${actor}</span>`,
      words.records.agreementShort[row.agreement ?? ""],
      sourceMarks(row, view),
    ]),
  });
}
