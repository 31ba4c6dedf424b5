import { timeShape } from "#pipeline/core/time-shape.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { titleOf } from "#pipeline/core/titles/record-title.ts";
import {
  type ActorGroup,
  byActor,
  NOBODY,
  PERSONS,
  type TimeRecord,
  timeRecords,
} from "#pipeline/drawing/dated-records.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { drawTimeline, type TimelineGroup } from "#pipeline/drawing/timeline.ts";
import { Html } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Words } from "../words/words.ts";
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
    timeRecords(context.view.rows).dated.filter(({ table }) => table === "expansion_timeline"),
    context,
  );

const groupsOf = (dated: readonly TimeRecord[], context: PageContext): TimelineGroup[] =>
  byActor(dated).map((group) => ({
    key: group.group,
    name: groupName(group, context.words.timeline),
    items: group.records.map((record) => itemOf(record, context)),
  }));

/** How a group of records is headed. */
export const groupName = ({ group, actor }: ActorGroup, { persons, nobody }: Words["timeline"]): string =>
  group === PERSONS ? persons : group === NOBODY ? nobody : actor;

function itemOf({ table, row, group }: TimeRecord, context: PageContext): TimelineGroup["items"][number] {
  const { view, words } = context;
  const { date = "", date_earliest: earliest = "", date_latest: latest = "", record_id: id = "" } = row;
  const when = dateInWords(date, words.dates);
  // The bar shows the time, and the group names the actor, unless it is that of all persons: neither is said again.
  const title = titleOf(
    table,
    { ...row, date: "", ...(table === "events" || group === PERSONS ? {} : { actor: "" }) },
    view,
    words,
  );
  const label = asSaid(table === "events" ? title : words.timeline.step(title), row, context);
  return { label, when, shape: timeShape(date) ?? "once", earliest, latest, href: pageOf(table, id, view) };
}
