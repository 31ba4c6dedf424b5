import type { IssueOf } from "#pipeline/core/issue.ts";
import type { EventLinkIssue, EventRowIssue, OtherEventFile } from "./events-issue.ts";

export function formatEventsIssue(issue: IssueOf<"events">): string {
  switch (issue.code) {
    case "events/other-kind":
      return describeOther(issue.kind);
    case "events/bad-archive":
      return describeArchive(issue);
    case "events/too-large":
      return `The file is too large: JSON and GeoJSON are read up to ${issue.limit} MB. Convert it to CSV, or download the CSV file of the source.`;
    case "events/bad-json":
      return "The file is not valid JSON, or has no list of events. Give a GeoJSON FeatureCollection, or a JSON list of objects with a member for each column.";
    case "events/no-rows":
      return "The file has no rows of events. Download it again.";
    case "events/unclosed-quote":
      return 'A cell has no end: a quotation mark opens it and none closes it. Close the quotation mark, or write "" for a quotation mark inside a quoted cell.';
    case "events/too-long-row":
      return `The row does not end within ${issue.limit} characters. A quotation mark probably opens a cell and none closes it: close it. If a cell is as long as that, shorten it; if the file has no line breaks, download it again.`;
    case "events/missing-columns":
      return describeMissing(issue.missing);
    case "events/duplicate-column":
      return "Two columns have this header. Delete one of them, or rename it.";
    case "events/counts-only":
      return "This file counts events by place and time: a row is not one event, so there is nothing to match. Download the file in which each row is an event.";
    case "events/two-day-orders":
      return `The dates of this file do not have one form: "${issue.dayFirst}" can only be day/month/year, and "${issue.monthFirst}" only month/day/year. A spreadsheet program has probably changed some of them. Download the file again, and do not save it from the spreadsheet program.`;
    case "events/mostly-unread":
      return `${issue.unread} of ${issue.rows} rows cannot be read, so nothing was imported. Check that --as names the source of the file.`;
    default:
      return formatRowIssue(issue);
  }
}

/** What is wrong with one row, or one link. */
function formatRowIssue(issue: EventRowIssue | EventLinkIssue): string {
  switch (issue.code) {
    case "events/ragged-row":
      return `The row has ${issue.cells} cells, and the header ${issue.columns}. A separator or a line break inside a cell is probably not quoted. Quote the cell.`;
    case "events/no-id":
      return "The event has no id, so nothing can refer to it. Add the id that the source gives it.";
    case "events/duplicate-id":
      return `Rows with different content have the id "${issue.value}", so none of them was imported. If each row has one actor of the event, download the file in which a row has both. Otherwise delete the rows that are wrong.`;
    case "events/missing-value":
      return "The cell is empty. Fill it as the source does.";
    case "events/bad-date":
      return issue.value === ""
        ? "The event has no date. Add it."
        : `"${issue.value}" is not a date between 1900 and 2100. Write it as YYYY-MM-DD.`;
    case "events/backwards-dates":
      return `The event ends on "${issue.end}", before it begins on "${issue.start}". Correct one of the dates.`;
    case "events/bad-coordinates":
      return `"${issue.value}" is not a number of degrees from -${issue.most} to ${issue.most}. Write decimal degrees. Perhaps latitude and longitude are swapped.`;
    case "events/bad-precision":
      return `"${issue.value}" is not a code of precision. The codes are ${either(issue.known)}. Without it, a vague event would pass for an exact one.`;
    case "events/bad-number":
      return `"${issue.value}" is not a whole number, 0 or more. Write digits only, or leave the cell empty.`;
    case "events/unknown-type":
      return `The profile does not say which kind of event "${issue.value}" is, so it was imported as "other". Add the type to the profile.`;
    case "events/link-gone":
      return `${describeLink(issue)}. Edition ${issue.newest} has no such event: it was removed, has another id, or another source covers its year. ${issue.isDecided ? "Look for it with `events match`, and correct or delete the row." : PROPOSE_AGAIN}`;
    case "events/link-changed":
      return `${describeLink(issue)}, and edition ${issue.newest} has changed the event. ${issue.isDecided ? `Compare them again. If the verdict still holds, write event_edition ${issue.newest} and event_sha256 ${issue.sha256}.` : PROPOSE_AGAIN}`;
    default:
      return issue satisfies never;
  }
}

const describeLink = ({ recordId, source, eventId, edition, isDecided }: EventLinkIssue) =>
  `${recordId} is ${isDecided ? "linked" : "proposed for a link"} with ${source} ${eventId} of edition ${edition}`;

/** A proposal has no verdict that could be lost. */
const PROPOSE_AGAIN = "Delete this proposal, and run `events match --write` for what counts now.";

type Missing = Extract<IssueOf<"events">, { readonly code: "events/missing-columns" }>["missing"];

function describeMissing(missing: Missing): string {
  const columns = missing.map(
    ({ cell, accepted, nearest }) =>
      `${cell}, called ${either(accepted)}${nearest === null ? "" : ` (did you mean "${nearest}"?)`}`,
  );
  const lacks = (name: string) => missing.some(({ cell }) => cell === name);
  const hasOneActor = lacks("actor_b") && !lacks("actor_a");
  const remedy = hasOneActor
    ? "If each row has one actor of an event, download the file in which a row has both."
    : "Download the whole file of the source, name the profile that fits, or write a profile of your own.";
  return `Columns are missing: ${columns.join("; ")}. ${remedy}`;
}

const either = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

function describeOther(kind: OtherEventFile): string {
  switch (kind) {
    case "workbook":
      return "The file is a workbook of a spreadsheet program. Open it there, and save the sheet of the events as CSV UTF-8.";
    case "r-data":
      return 'The file holds data of R. Open it there with load() or readRDS(), and write it with write.csv(x, FILE, row.names = FALSE, fileEncoding = "UTF-8").';
    case "stata":
      return "The file holds data of Stata. Open it there, and write it with export delimited.";
    case "spss":
      return "The file holds data of SPSS. Open it there, and save it as CSV in UTF-8.";
    case "parquet":
      return "The file is Parquet. Write it as CSV, for example with DuckDB: COPY (FROM 'FILE.parquet') TO 'FILE.csv'.";
    case "database":
      return "The file is a database. Write the table of the events as CSV.";
    case "gzip":
      return "The file is compressed. Unpack it, and import what is in it.";
    case "shapefile":
      return "The file is a part of a shapefile. Save the layer as GeoJSON or CSV.";
    case "document":
      return "The file is a document. Download the data file of the source, as CSV.";
    case "web-page":
      return "The file is a web page, perhaps one that asks to log in. Download the data file itself.";
    case "unknown":
      return "The file is not text. Download the CSV file of the source.";
    default:
      return kind satisfies never;
  }
}

function describeArchive({
  fault,
  names,
}: Extract<IssueOf<"events">, { readonly code: "events/bad-archive" }>): string {
  switch (fault) {
    case "no-table":
      return "The archive holds no CSV and no GeoJSON file. Unpack it, and import a file in one of these forms.";
    case "several-tables":
      return `The archive holds several tables: ${names.join(", ")}. Unpack it, and name the file to import.`;
    case "protected":
      return "The archive is protected by a password. Unpack it, and import what is in it.";
    case "swollen":
      return `${names.join(", ")} would unpack to hundreds of times its size, as no table of events does. Download the archive again from the source, or unpack it and import what is in it.`;
    case "damaged":
      return "The archive is damaged, or its form is not known. Download it again, or unpack it and import what is in it.";
    default:
      return fault satisfies never;
  }
}
