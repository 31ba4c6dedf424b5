import { timeShape } from "#pipeline/core/time-shape.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawTimeline, type TimelineGroup } from "#pipeline/drawing/timeline.ts";
import { dateInWords } from "../dates.ts";
import { Html } from "../html.ts";
import type { PageContext } from "../page.ts";
import { titleOf } from "../record-title.ts";
import { byActor, type TimeRecord, timeRecords } from "../release/dated-records.ts";
import { pageOf } from "./links.ts";
import { asSaid } from "./said.ts";

/** Dated records as bars, by actor. */
export function timeDrawing(dated: readonly TimeRecord[], context: PageContext): Html {
  const title = context.words.timeline.drawing;
  return new Html(drawTimeline({ title, groups: groupsOf(dated, context), palette: pagePalette }));
}

/** The same for the steps of the expansion alone. */
export const expansionTimeline = (context: PageContext): Html =>
  timeDrawing(
    timeRecords(context.view).dated.filter(({ table }) => table === "expansion_timeline"),
    context,
  );

const groupsOf = (dated: readonly TimeRecord[], context: PageContext): TimelineGroup[] =>
  byActor(dated).map(([actor, records]) => ({
    name: actor || context.words.timeline.nobody,
    items: records.map((record) => itemOf(record, context)),
  }));

function itemOf({ table, row }: TimeRecord, context: PageContext): TimelineGroup["items"][number] {
  const { view, words } = context;
  const { date = "", date_earliest: earliest = "", date_latest: latest = "", record_id: id = "" } = row;
  const when = dateInWords(date, words.dates);
  // The group names the actor, and the bar shows the time: neither is said again.
  const title = titleOf(table, { ...row, date: "", ...(table === "events" ? {} : { actor: "" }) }, view, words);
  const label = asSaid(table === "events" ? title : words.timeline.step(title), row, context);
  return { label, when, shape: timeShape(date) ?? "once", earliest, latest, href: pageOf(table, id, view) };
}
