import { groupBy } from "#pipeline/core/group-by.ts";
import { timeShape } from "#pipeline/core/time-shape.ts";
import type { DrawnRow } from "#pipeline/drawing/drawn-row.ts";
import { figureWords } from "#pipeline/drawing/figure-words.ts";
import { drawStandalone } from "#pipeline/drawing/standalone.ts";
import { TIMELINE_WIDTH, type TimelineItem, timelineBody } from "#pipeline/drawing/timeline.ts";
import type { Figure, FigureData } from "./figure.ts";

const words = figureWords.timeline;

export const timelineFigure: Figure = {
  name: "timeline",
  title: words.title,
  alternative: words.alternative,
  draw: (data, palette) => {
    const { dated, nUndated } = datedItems(data);
    const groups = [...groupBy(dated, ({ actor }) => actor)]
      .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
      .map(([name, items]) => ({ name: name || words.nobody, items: items.map(({ item }) => item) }));
    return drawStandalone({
      ...{ prefix: "timeline", title: words.title, alternative: words.alternative, width: TIMELINE_WIDTH, palette },
      body: (top) => timelineBody({ groups, palette }, top),
      caption: [words.meaning, words.undated(nUndated), words.data(data.release.version)],
    });
  },
};

interface DatedItem {
  readonly actor: string;
  readonly item: TimelineItem;
}

/** The steps and events with a date in the order of time, and the number of those without one. */
function datedItems({ rows }: FigureData): { readonly dated: readonly DatedItem[]; readonly nUndated: number } {
  const labels = new Map(rows("codelists").map(({ codelist, code, label = "" }) => [`${codelist}/${code}`, label]));
  const steps = rows("expansion_timeline").map((row) => ({
    ...{ row, actor: row.actor ?? "" },
    label: words.step((labels.get(`step_type/${row.step_type}`) ?? "").toLowerCase(), row.location ?? ""),
  }));
  const events = rows("events").map((row) => ({
    ...{ row, actor: row.actor1 ?? "" },
    label: words.event(labels.get(`event_type/${row.event_type}`) ?? "", row.location ?? ""),
  }));
  const all = [...steps, ...events];
  const dated = all
    .filter(({ row }) => (row.date ?? "") !== "")
    .sort((a, b) => (dayOf(a.row) < dayOf(b.row) ? -1 : dayOf(a.row) > dayOf(b.row) ? 1 : 0));
  return {
    dated: dated.map(({ row, actor, label }) => ({ actor, item: itemOf(row, label) })),
    nUndated: all.length - dated.length,
  };
}

const dayOf = ({ date_earliest: earliest, date_latest: latest }: DrawnRow) => earliest || latest || "";

const itemOf = (
  { date = "", date_earliest: earliest = "", date_latest: latest = "" }: DrawnRow,
  label: string,
): TimelineItem => ({
  ...{ label, when: date, shape: timeShape(date) ?? "once", earliest, latest, href: null },
});
