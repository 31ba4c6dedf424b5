import { communityRule } from "#pipeline/core/communities.ts";
import { shortSourceName } from "#pipeline/core/source-name.ts";
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
import { codeLabels } from "./code-labels.ts";
import type { Figure, FigureData } from "./figure.ts";

const words = figureWords.timeline;

export const timelineFigure: Figure = {
  name: "timeline",
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
function labels(data: FigureData): (record: TimeRecord) => string {
  const { rows } = data;
  const labelOf = codeLabels(data);
  const sources = new Map(rows("source_provenance").map((source) => [source.source_id, shortSourceName(source)]));
  const isAboutCommunity = communityRule(rows);
  return ({ table, row, actor, group }) => {
    const { location = "", lead_source_id: lead = "" } = row;
    const what =
      table === "events"
        ? words.event(labelOf("event_type", row.event_type), location)
        : words.step(labelOf("step_type", row.step_type).toLowerCase(), location);
    const label = group === PERSONS ? words.by(actor, what) : what;
    // A row on a community is what a source says, and not the voice of the dataset.
    return isAboutCommunity(row) ? words.says(sources.get(lead) ?? lead, label) : label;
  };
}

function itemOf({ row }: TimeRecord, label: string): TimelineItem {
  const { date = "", date_earliest: earliest = "", date_latest: latest = "" } = row;
  return { label, when: date, shape: timeShape(date) ?? "once", earliest, latest, href: null };
}
