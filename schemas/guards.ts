/**
 * The guards: checks for damage that looks like a correction, such as a column that was sorted without its rows. This is
 * the only place that declares them. `raw/README.md` lists them in the same words.
 */
interface Guard {
  /** An error stops the release. A warning stays until the data are corrected or `checked.csv` confirms it. */
  readonly severity: "error" | "warning";
  readonly title: string;
  /** What it looks for, in one sentence for editors. */
  readonly sentence: string;
  /** What to do if the data are right. */
  readonly lift: string;
}

/** How many records of one table may change, and how many may go, in one release: the larger of the two. */
export const releaseLimit = { records: 10, percent: 5 } as const;

/** So many records that have each other's values are taken for a column that was sorted alone. */
export const movedCellsLimit = 3;

/** A place on a border may lie outside a simplified outline. */
export const outlineTolerance = { km: 10 } as const;

/** No date of a source is earlier than the first, and no day of our own work or of a list is earlier than the second. */
export const firstYear = { date: 1900, day: 1990 } as const;

/** A date may lie so many years before the document that gives it, and from the other dates of its record. */
export const dateDistance = { yearsBeforeSource: 90, yearsInRecord: 50 } as const;

/** Two numbers for the same thing that differ by this factor are worth a look. */
export const numberFactor = 10;

/** The highest number that makes sense in a unit. Africa has 54 countries. */
export const highestNumber: Readonly<Record<string, number>> = { percent: 100, countries: 54 };

/** The scripts that the tables are written in, as Unicode names them. */
export const knownScripts = ["Latin"] as const;

/** A pattern for their letters, to stand in brackets. */
export const knownLetters = knownScripts.map((script) => String.raw`\p{Script=${script}}`).join("");
/** A pattern for one letter of another script. Digits, punctuation and marks belong to no script of their own. */
export const foreignLetter = String.raw`[^${knownLetters}\p{Script=Common}\p{Script=Inherited}]`;

const CONFIRM = "Add the row that the message gives to `checked.csv`, with the reason.";
const NOT_LIFTED = "It cannot be lifted. Correct the cell.";
const LIFT_LIMIT =
  "Add a row to `corrections.csv` with the table, `*` as `record_id`, and a new reason. It lifts the limit for the next release only";

export const guards = {
  "publish/too-many-changes": {
    severity: "error",
    title: "Too many changed records",
    sentence: `In one release, at most ${releaseLimit.records} records of a table, or ${releaseLimit.percent} % of them if that is more, may have another value in a coded column. Names that are copied from another table, counts, and locators of sentences that only moved are not counted.`,
    lift: `${LIFT_LIMIT} and, if it names a column, for that column only.`,
  },
  "publish/moved-cells": {
    severity: "error",
    title: "Cells that changed places",
    sentence: `${movedCellsLimit} records of a table or more have another value in a coded column, and all values together are the same as in the last release.`,
    lift: "Add a row to `corrections.csv` with the table, `*` as `record_id`, the column, and a new reason; or rows that name all the records.",
  },
  "publish/too-many-gone": {
    severity: "error",
    title: "Too many retired records",
    sentence: `In one release, at most ${releaseLimit.records} records of a table, or ${releaseLimit.percent} % of them if that is more, may be retired.`,
    lift: `${LIFT_LIMIT}. Leave its column empty.`,
  },
  "publish/lost-statements": {
    severity: "error",
    title: "Statements gone from a record",
    sentence:
      "A source has fewer statements about a record, or fewer rows on the sides of a disagreement, or event data have fewer links or counts beside it, than in the last release. Statements that went to a record that was split off are not lost.",
    lift: "Add a row to `corrections.csv` that names the record, with the reason.",
  },
  "publish/number-jump": {
    severity: "error",
    title: "Jump of a number",
    sentence: `A published number becomes ${numberFactor} times as high or as low as in the last release, or more.`,
    lift: "Add a row to `corrections.csv` that names the record, with the reason.",
  },
  "resolve/outside-outline": {
    severity: "warning",
    title: "Coordinates outside the outline",
    sentence: `The coordinates of a place are 0, 0, or lie more than ${outlineTolerance.km} km outside its country or its first-level unit, as raw/outlines draws them. Units without an outline are not checked.`,
    lift: CONFIRM,
  },
  "resolve/pcode-of-another-unit": {
    severity: "warning",
    title: "P-code of another unit",
    sentence:
      "A P-code and the name of its unit do not fit: an earlier row of places.csv about the same list has one of the two with another partner, or raw/outlines numbers the unit of this name differently.",
    lift: CONFIRM,
  },
  "resolve/early-date": {
    severity: "warning",
    title: "Early date",
    sentence: `A date is before ${firstYear.date}, or a day on which a page was read, an id was retired or a list of P-codes began is before ${firstYear.day}.`,
    lift: CONFIRM,
  },
  "resolve/distant-date": {
    severity: "warning",
    title: "Distant date",
    sentence: `A date is more than ${dateDistance.yearsBeforeSource} years before the document that gives it, or more than ${dateDistance.yearsInRecord} years from another date of the same record.`,
    lift: CONFIRM,
  },
  "resolve/date-words": {
    severity: "warning",
    title: "Date and words disagree",
    sentence:
      "No day that `date` allows agrees with the year, part of a year, month or day that `date_text` names in English or French. Words that name none, such as “recently”, are not checked.",
    lift: CONFIRM,
  },
  "resolve/made-by-spreadsheet": {
    severity: "warning",
    title: "Text that a spreadsheet changed",
    sentence:
      "A whole text looks as a spreadsheet writes dates and numbers: `03/01/2017`, `Mar-17`, `1.00E+05` or, in `date_text`, `43891`.",
    lift: CONFIRM,
  },
  "resolve/distant-number": {
    severity: "warning",
    title: "Distant number",
    sentence: `A number differs by a factor of ${numberFactor} or more from that of another statement about the record or, for an attribute, from all other numbers of the actor for the attribute in the same unit.`,
    lift: CONFIRM,
  },
  "resolve/high-number": {
    severity: "warning",
    title: "High number",
    sentence: `A number is higher than its unit allows: ${Object.entries(highestNumber)
      .map(([unit, most]) => `${most} for ${unit}`)
      .join(", ")}.`,
    lift: CONFIRM,
  },
  "resolve/thousands-separator": {
    severity: "warning",
    title: "Separator of thousands",
    sentence:
      "A number has a dot before three digits, such as `2.000`. In units that are counted, such as fighters, any dot is an error.",
    lift: CONFIRM,
  },
  "resolve/part-above-whole": {
    severity: "warning",
    title: "Part larger than the whole",
    sentence: "More civilians or members of security forces died, by themselves or together, than people in all.",
    lift: CONFIRM,
  },
  "resolve/same-actor": {
    severity: "warning",
    title: "Actor who acts on itself",
    sentence: "One actor is in two columns of a statement, such as actor 1 and actor 2, or an associate of itself.",
    lift: CONFIRM,
  },
  "resolve/probable-twin": {
    severity: "warning",
    title: "Probable twin",
    sentence:
      "Two records of a table have statements that are alike in type, actors, place, time and label. Records that were split from each other are known to differ.",
    lift: CONFIRM,
  },
  "resolve/foreign-script": {
    severity: "warning",
    title: "Letters of another script",
    sentence: `A word is written in a script that the tables do not use. They use ${knownScripts.join(", ")}.`,
    lift: CONFIRM,
  },
  "resolve/same-document": {
    severity: "error",
    title: "One document under two ids",
    sentence:
      "Two sources have the same text, original or address. They would count as two witnesses. The front page of a site is no address of a document.",
    lift: "It cannot be lifted. Delete one of the two sources, and give its rows the id of the other.",
  },
  "resolve/unusual-id": {
    severity: "error",
    title: "Id of no usual form",
    sentence:
      "An id does not have the letters of its table and as many digits as the others, such as `exp-1` beside `exp-001`; or that of a source has no year, and most have one.",
    lift: "It cannot be lifted. Use the next free id, which the message gives; for a source, the publisher and the year.",
  },
  "stage/bad-character": {
    severity: "error",
    title: "Characters that deceive",
    sentence:
      "A cell has a character that does not show or that changes the direction of writing, one that no font has, letters that were read in the wrong encoding or are written as in a web page (`&eacute;`), or a letter of another script or style inside a Latin word.",
    lift: NOT_LIFTED,
  },
} as const satisfies Readonly<Record<string, Guard>>;

/** The codes of the warnings that a row of `checked.csv` can confirm. */
export type ConfirmableWarning = {
  [C in keyof typeof guards]: (typeof guards)[C]["severity"] extends "warning" ? C : never;
}[keyof typeof guards];

export const confirmableWarnings: readonly string[] = Object.entries(guards).flatMap(([code, { severity }]) =>
  severity === "warning" ? [code] : [],
);

/** The list of guards in `raw/README.md`. */
export const guardsTable = (): string =>
  [
    "| guard | what it looks for | if the data are right |",
    "| --- | --- | --- |",
    ...Object.entries(guards).map(
      ([code, { severity, title, sentence, lift }]) =>
        `| **${title}** (${severity} \`${code}\`) | ${sentence} | ${lift} |`,
    ),
  ].join("\n");
