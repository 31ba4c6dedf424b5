import { timeShape } from "#pipeline/core/time-shape.ts";
import {
  type ActorGroup,
  byActor,
  NOBODY,
  PERSONS,
  type TimeRecord,
  timeRecords,
} from "#pipeline/drawing/dated-records.ts";
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
    const { dated, undated } = timeRecords(data.rows);
    const labelOf = labels(data);
    const groups = byActor(dated).map((group) => ({
      key: group.group,
      name: groupName(group),
      items: group.records.map((record) => itemOf(record, labelOf(record))),
    }));
    return drawStandalone({
      ...{ prefix: "timeline", title: words.title, alternative: words.alternative, width: TIMELINE_WIDTH, palette },
      body: (top) => timelineBody({ groups, palette }, top),
      caption: [words.meaning, words.undated(undated.length), words.data(data.release.version)],
    });
  },
};

const groupName = ({ group, actor }: ActorGroup) =>
  group === PERSONS ? words.persons : group === NOBODY ? words.nobody : actor;

/** What each record is, in words. The group names the actor, unless it is that of all persons. */
function labels({ rows }: FigureData): (record: TimeRecord) => string {
  const codes = new Map(rows("codelists").map(({ codelist, code, label = "" }) => [`${codelist}/${code}`, label]));
  const publishers = new Map(rows("source_provenance").map(({ source_id: id, publisher = "" }) => [id, publisher]));
  const types = new Map(rows("actors").map(({ actor_id: id, actor_type: type }) => [id, type]));
  return ({ table, row, actor, group }) => {
    const { location = "", lead_source_id: lead = "" } = row;
    const what =
      table === "events"
        ? words.event(codes.get(`event_type/${row.event_type}`) ?? "", location)
        : words.step((codes.get(`step_type/${row.step_type}`) ?? "").toLowerCase(), location);
    if (group === PERSONS) return words.by(actor, what);
    // What is told of a community is what a source says, and not the voice of the dataset.
    return types.get(group) === "population_group" ? words.says(publishers.get(lead) || lead, what) : what;
  };
}

function itemOf({ row }: TimeRecord, label: string): TimelineItem {
  const { date = "", date_earliest: earliest = "", date_latest: latest = "" } = row;
  return { label, when: date, shape: timeShape(date) ?? "once", earliest, latest, href: null };
}
