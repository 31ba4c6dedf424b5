import { timeShape } from "#pipeline/core/time-shape.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawShape, drawTimeline, type TimelineGroup } from "#pipeline/drawing/timeline.ts";
import { pages } from "../addresses.ts";
import { dateInWords } from "../dates.ts";
import { Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { pageOf, recordLink } from "../parts/links.ts";
import { recordLine } from "../parts/record-line.ts";
import { sourceMarks } from "../parts/source-marks.ts";
import { dataTable, scrollRegion } from "../parts/table.ts";
import { titleOf } from "../record-title.ts";
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
${scrollRegion(timeline.drawing, new Html(drawTimeline({ title: timeline.drawing, groups: groupsOf(dated, context), palette: pagePalette })))}
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

const groupsOf = (dated: readonly TimeRecord[], context: PageContext): TimelineGroup[] =>
  byActor(dated).map(([actor, records]) => ({
    name: actor || context.words.timeline.nobody,
    items: records.map((record) => itemOf(record, context)),
  }));

function itemOf({ table, row }: TimeRecord, { view, words }: PageContext): TimelineGroup["items"][number] {
  const { date = "", date_earliest: earliest = "", date_latest: latest = "", record_id: id = "" } = row;
  const when = dateInWords(date, words.dates);
  // The group names the actor, and the bar shows the time: neither is said again.
  const title = titleOf(table, { ...row, date: "", ...(table === "events" ? {} : { actor: "" }) }, view, words);
  const label = table === "events" ? title : words.timeline.step(title);
  return { label, when, shape: timeShape(date) ?? "once", earliest, latest, href: pageOf(table, id, view) };
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
