import { thousands } from "#pipeline/core/format-input-fault.ts";
import { code, plain, table } from "#pipeline/publish/markdown.ts";
import { countDefinition, countWindow, eventKind, linkVerdict } from "#schemas/codelists/event-data.ts";
import { countQueries, definitionRules } from "#schemas/events/count-queries.ts";
import {
  comparable,
  MOST_CANDIDATES,
  matchScore,
  onlyNearCandidate,
  POINT_PRECISION,
  placeWindows,
  timeWindows,
} from "#schemas/events/match-rules.ts";
import { eventProfiles } from "#schemas/events/profiles.ts";

/** What stands beside event data, how candidates were found and sorted, and what not to conclude. */
export const eventDataSection = (): string =>
  [
    "## Beside event data",
    `Event data, such as UCDP GED and ACLED, have a row for each event that they include. \`event_links\` says of some records whether they are one of these events. \`event_counts\` puts what event data count beside what a document claims. Both are written by people, by hand or from proposals of a program; the releases have the decided rows alone, and no cell of an event but its id.`,
    NOT_TO_CONCLUDE,
    LITERATURE,
    "**The event data:**",
    table(
      ["event data", "what it includes", "cite", "licence", "rows published"],
      eventProfiles.map(({ event_source, title, inclusion_rule, citation, licence, may_publish }) => [
        `${code(event_source)} ${plain(title)}`,
        plain(inclusion_rule),
        plain(citation),
        plain(licence),
        may_publish ? "yes" : "no: its terms are not checked",
      ]),
    ),
    FAMILIES,
    "**What a verdict of a link means:**",
    table(
      ["verdict", "means"],
      linkVerdict.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    rule(),
    candidates(),
    windows(),
    "**The score** of a candidate is the sum of three parts, whole numbers. It only sorts candidates: it is no probability.",
    score(),
    "**Kinds of events**, to which the profile of the event data assigns their types. The first three are violent events:",
    table(
      ["kind", "means"],
      eventKind.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    "**What is counted.** Each claim in `actor_profile` with one of these attributes has a declared query:",
    table(
      ["query", "attribute", "counts", "area"],
      countQueries.map(({ name, attribute, description, needsPlace }) => [
        code(name),
        code(attribute),
        description,
        AREAS[needsPlace],
      ]),
    ),
    "**How widely it is counted:**",
    table(
      ["definition", "means", "of deaths, it adds up"],
      countDefinition.codes.map(({ code: value, definition }) => [
        code(value),
        definition,
        `the ${definitionRules[value].deaths} estimates`,
      ]),
    ),
    "**Where its window comes from** (`window_first` and `window_last`):",
    table(
      ["window", "means"],
      countWindow.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    "A claim whose place, window or actor is too vague for its query is not counted. `n_vague` is the number of events that may or may not lie in the area and the window, whatever the definition.",
  ].join("\n\n");

const NOT_TO_CONCLUDE = `**What not to conclude:**

- A record without a link is not refuted, and an event without one is not invented. Event data have rules of their own on which violence they include, from how many deaths on, and from which reports.
- A count beside a claim is no verdict on it. The document and the event data may count different things: attacks or events, killed fighters or all the dead, one group or its whole family. That two numbers are equal does not show that they count the same.
- A missing row means that nobody has looked. How many records have a link says how much was compared, not how good the sources are.
- Reports reach event data and documents by the same paths. That both have an event is no independent confirmation.`;

const LITERATURE = `Differences between event data, and their causes, are well studied: how UCDP GED and ACLED differ in what they include and how they code it (Eck 2012, "In data we trust? A comparison of UCDP GED and ACLED conflict events datasets", *Cooperation and Conflict* 47(1), 124–141); how to join event data by place, time and type, and how much each of them lacks (Donnay, Dunford, McGrath, Backer and Cunningham 2019, "Integrating conflict event data", *Journal of Conflict Resolution* 63(5), 1337–1364); how exact reported places and numbers of deaths are (Weidmann 2015, "On the accuracy of media-based conflict event data", *Journal of Conflict Resolution* 59(6), 1129–1149); and which events are not reported at all (Weidmann 2016, "A closer look at reporting bias in conflict event data", *American Journal of Political Science* 60(1), 206–218).`;

const FAMILIES = `**Actors and families.** \`raw/coded/actor_aliases.csv\` says which names in event data mean which actor, and which family each actor belongs to: an actor and its parts count as one. An actor has one family, whatever the time. So \`jnim\` stands for the groups that merged into it too: a window before the merger of March 2017 counts what they did under names of their own. One name may mean several actors: to UCDP, the government of a country is one side with its army. UCDP calls the Islamic State "IS" in all countries, so the row of that name says in which countries it is \`is-sahel\` (\`countries\`). Niger is none of them: there, the branch near Lake Chad has the same name, and what IS does in Niger is counted for neither.`;

const rule = () =>
  `\`decided_by\` is \`coder\`, with the reason, or \`only_near_candidate\`. This rule decides by itself, and only for \`same\`: the event is the only candidate in its event data, at most ${thousands(onlyNearCandidate.most_m)} m and ${onlyNearCandidate.most_gap_days} day away, \`where_prec\` and \`date_prec\` are ${onlyNearCandidate.vaguest_place} or less on both sides, and both actors are the same.`;

const candidates = () =>
  `**Candidates.** A record is compared if its date allows at most ${comparable.mostDays} days, its first-level unit or a point is known, and event data have a name for the family of one of its actors. All other records are not comparable, which says nothing about them. An event is a candidate if it lies within both windows and shares a family with the record, on whichever side. At most ${MOST_CANDIDATES} candidates of a record are proposed for each set of event data. The coarser precision of record and event chooses the windows:`;

function windows(): string {
  const places = placeWindows.map(({ where_prec, radius_m, by_unit, by_country }) => [
    where_prec,
    [
      `at most ${radius_m / 1000} km apart`,
      ...(by_unit ? ["in the same first-level unit"] : []),
      ...(by_country ? ["in the same country"] : []),
    ].join(", or "),
  ]);
  const times = timeWindows.map(({ date_prec, slack_days }) => [
    date_prec,
    `at most ${slack_days} days between the days that the two dates allow`,
  ]);
  return [table(["where_prec", "window"], places), table(["date_prec", "window"], times)].join("\n\n");
}

function score(): string {
  const { place, time, actors } = matchScore;
  const km = place.reach_m / 1000;
  const span = (days: number | null) => (days === null ? "longer" : `at most ${days} days`);
  return table(
    ["part", "points"],
    [
      [
        "place",
        `${place.most} for one point, falling evenly to 0 at ${km} km. If \`where_prec\` of either is above ${POINT_PRECISION}: ${place.unit} for the same first-level unit, otherwise ${place.vague}`,
      ],
      [
        "time",
        `by the longer of the two dates: ${time.map(({ most_days, points }) => `${points} (${span(most_days)})`).join(", ")}; falling evenly with the days between them`,
      ],
      [
        "actors",
        `for each side ${actors.same} for the same actor, ${actors.family} for another one of its family; the better of the two ways round`,
      ],
    ],
  );
}

const AREAS = {
  no: "that of the claim, or the world",
  yes: "that of the claim",
  country: "the country of the claim",
} as const;
