import { dateWords } from "#pipeline/core/titles/english-dates.ts";
import { aboutWords } from "./about.ts";
import { actorWords } from "./actors.ts";
import { codebookWords } from "./codebook.ts";
import { disagreementWords } from "./disagreements.ts";
import { eventDataWords } from "./event-data.ts";
import { frameWords } from "./frame.ts";
import { historyWords } from "./history.ts";
import { mapWords } from "./map.ts";
import { overviewWords } from "./overview.ts";
import { partWords } from "./parts.ts";
import { peopleWords } from "./people.ts";
import { placeWords } from "./places.ts";
import { recordPageWords } from "./record-page.ts";
import { recordWords } from "./records.ts";
import { releasesWords } from "./releases.ts";
import { searchWords } from "./search.ts";
import { sourceWords } from "./sources.ts";
import { tableWords } from "./tables.ts";
import { timelineWords } from "./timeline.ts";
import { warfareWords } from "./warfare.ts";

export const english = {
  language: "en",
  frame: frameWords,
  dates: dateWords,
  records: recordWords,
  overview: overviewWords,
  actors: actorWords,
  timeline: timelineWords,
  warfare: warfareWords,
  map: mapWords,
  people: peopleWords,
  parts: partWords,
  disagreements: disagreementWords,
  places: placeWords,
  history: historyWords,
  search: searchWords,
  releases: releasesWords,
  about: aboutWords,
  recordPage: recordPageWords,
  eventData: eventDataWords,
  sources: sourceWords,
  codebook: codebookWords,
  tables: tableWords,
};
