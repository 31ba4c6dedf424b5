import type { Issue } from "#pipeline/core/issue.ts";
import type { Check, CoordinateSlip } from "#pipeline/core/issues/resolve-issue.ts";
import type { SpreadsheetMark } from "#pipeline/core/spreadsheet-marks.ts";
import { type ConfirmableWarning, knownScripts } from "#schemas/guards.ts";

type Unlikely = Extract<Issue, { readonly check: Check; readonly code: ConfirmableWarning }>;

/** What is unlikely, how to correct it and, if the value is right, the row that confirms it. */
export const formatUnlikely = (issue: Unlikely) =>
  `${formatFinding(issue)} If ${issue.code === "resolve/probable-twin" ? "they are two" : "the value is right"}, add this row to checked.csv, with the reason: ${checkRow(issue)}`;

function formatFinding(issue: Unlikely): string {
  const { value } = issue.check;
  switch (issue.code) {
    case "resolve/outside-outline":
      return issue.area === null
        ? "The coordinates are 0, 0, which programs write if they know none. Correct them, or leave them empty."
        : `The point (${value}) lies ${issue.km} km outside ${issue.area}.${formatSlip(issue.slip)} Correct the coordinates.`;
    case "resolve/early-date":
      return `"${value}" is before ${issue.first}. Correct the date.`;
    case "resolve/distant-date":
      return issue.otherLine === null
        ? `"${value}" is ${issue.years} years before its document, which is dated ${issue.from}. Correct the date.`
        : `"${value}" is ${issue.years} years from "${issue.from}" in line ${issue.otherLine}, which is about the same record. Correct one of the two.`;
    case "resolve/date-words":
      return `"${issue.words}" and "${issue.date}" disagree. Correct the date, or the words if they are not the source's own.`;
    case "resolve/made-by-spreadsheet":
      return `"${value}" looks like ${formatMark(issue.looksLike)} made by a spreadsheet. Set the column to the format "Text", and type the words again as the source has them.`;
    case "resolve/distant-number":
      return `"${value}" differs by a factor of ${issue.factor} from "${issue.other}" of ${issue.otherId} in ${issue.otherLine === null ? "another row" : `line ${issue.otherLine}`}. Count the zeros.`;
    case "resolve/high-number":
      return `"${value}" is more than ${issue.most}, the most that is likely for ${issue.unit}. Correct the number or the unit.`;
    case "resolve/thousands-separator":
      return `"${value}" perhaps has a separator between its thousands. If so, write ${issue.meant}; a dot begins a fraction here.`;
    case "resolve/part-above-whole":
      return `"${value}" is more than "${issue.whole}" in fatalities, which counts all the dead together. Correct one of the numbers.`;
    case "resolve/same-actor":
      return `"${value}" is in ${issue.otherColumn} already, as if it acted on or with itself. Correct one of the two columns.`;
    case "resolve/probable-twin":
      return formatTwin(issue);
    case "resolve/pcode-of-another-unit":
      return `"${value}" contradicts "${issue.known}" in ${issue.from === "outlines" ? "the outlines" : issue.otherLine === null ? "another row" : `line ${issue.otherLine}`}. Correct the code or the name.`;
    case "resolve/foreign-script":
      return `"${value}" begins with ${issue.character}${issue.script === null ? "" : ` (${issue.script})`}, but the tables are written in ${knownScripts.join(", ")}. Type the word again.`;
    default:
      return issue satisfies never;
  }
}

function formatTwin({
  check,
  otherLine,
  isSameEvidence,
}: Extract<Unlikely, { code: "resolve/probable-twin" }>): string {
  const { recordId, value } = check;
  const pair = `${recordId} and ${value} (${otherLine === null ? "another row" : `line ${otherLine}`})`;
  return isSameEvidence
    ? `${pair} are alike in type, actors, place and time, and come from the same sentences. If they are one thing, delete this row, and list its id in retired.csv if it was published.`
    : `${pair} are alike in type, actors, place and time. If they are one thing, give this row the record_id ${value}, and list the other id in retired.csv if it was published.`;
}

function formatMark(mark: SpreadsheetMark): string {
  switch (mark) {
    case "date":
    case "month":
      return "a date";
    case "serial-number":
      return "the number of a date";
    case "exponent":
      return "a number";
    default:
      return mark satisfies never;
  }
}

function formatSlip(slip: CoordinateSlip | null): string {
  switch (slip) {
    case null:
      return "";
    case "swapped":
      return " Latitude and longitude may be swapped: the other way round, it lies inside.";
    case "latitude-sign":
      return " With the other sign of the latitude, it lies inside.";
    case "longitude-sign":
      return " With the other sign of the longitude, it lies inside.";
    case "both-signs":
      return " With the other signs, it lies inside.";
    default:
      return slip satisfies never;
  }
}

/** A row of checked.csv, without its reason. */
const checkRow = ({ code, check: { table, recordId, column, value } }: Unlikely) =>
  [table, recordId, column, code, quoted(value), "REASON"].join(",");

const quoted = (cell: string) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
