import type { Issue } from "#pipeline/core/issue.ts";
import type { Check, CoordinateSlip } from "#pipeline/core/issues/resolve-issue.ts";
import { type ConfirmableWarning, knownScripts } from "#schemas/guards.ts";

type Unlikely = Extract<Issue, { readonly check: Check; readonly code: ConfirmableWarning }>;

/** What is unlikely, how to correct it and, if the value is right, the row that confirms it. */
export const formatUnlikely = (issue: Unlikely) =>
  `${formatFinding(issue)} If the value is right, add this row to checked.csv, with the reason: ${checkRow(issue)}`;

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
    case "resolve/distant-number":
      return `"${value}" differs by a factor of ${issue.factor} from "${issue.other}" of ${issue.otherId} in ${issue.otherLine === null ? "another row" : `line ${issue.otherLine}`}. Count the zeros.`;
    case "resolve/high-number":
      return `"${value}" is more than ${issue.most}, the most that is likely for ${issue.unit}. Correct the number or the unit.`;
    case "resolve/foreign-script":
      return `"${value}" begins with ${issue.character}${issue.script === null ? "" : ` (${issue.script})`}, but the tables are written in ${knownScripts.join(", ")}. Type the word again.`;
    default:
      return issue satisfies never;
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
