import { actorWords } from "./actors.ts";
import { codebookWords } from "./codebook.ts";
import { dateWords } from "./dates.ts";
import { frameWords } from "./frame.ts";
import { overviewWords } from "./overview.ts";
import { peopleWords } from "./people.ts";
import { recordPageWords } from "./record-page.ts";
import { recordWords } from "./records.ts";
import { aboutWords, releasesWords, searchWords } from "./search.ts";
import { sourceWords } from "./sources.ts";
import { tableWords } from "./tables.ts";

export const english = {
  language: "en",
  frame: frameWords,
  dates: dateWords,
  records: recordWords,
  overview: overviewWords,
  actors: actorWords,
  people: peopleWords,
  search: searchWords,
  releases: releasesWords,
  about: aboutWords,
  recordPage: recordPageWords,
  sources: sourceWords,
  codebook: codebookWords,
  tables: tableWords,
};
