import { dateWords } from "./dates.ts";
import { frameWords } from "./frame.ts";
import { mapWords } from "./map.ts";
import { overviewWords } from "./overview.ts";
import { peopleWords } from "./people.ts";
import { recordWords } from "./records.ts";

export const english = {
  language: "en",
  frame: frameWords,
  dates: dateWords,
  records: recordWords,
  overview: overviewWords,
  map: mapWords,
  people: peopleWords,
};
