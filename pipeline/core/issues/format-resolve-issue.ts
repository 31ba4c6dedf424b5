import { thousands } from "#pipeline/core/format-input-fault.ts";
import { formatUnlikely } from "#pipeline/core/format-unlikely.ts";
import type { IssueOf } from "#pipeline/core/issue.ts";
import type { IdFault } from "#pipeline/core/issues/resolve-issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import { locatorNumbers } from "#pipeline/core/locator.ts";
import { plural } from "#pipeline/core/plural.ts";
import { anotherRow } from "./another-row.ts";
import { didYouMean } from "./did-you-mean.ts";
import { formatEventDataIssue } from "./format-event-data-issue.ts";

/** What is wrong and how to fix it. Long values and lists are cut already. */
export function formatResolveIssue(issue: IssueOf<"resolve">): string {
  switch (issue.code) {
    case "resolve/duplicate-row":
      return `Duplicate key ${issue.key}: ${anotherRow(issue.firstLine)} already uses it. Change one of the two, or delete a row.`;
    case "resolve/duplicate-statement":
      return `${issue.recordId} already has a statement from this source with the same evidence, in ${anotherRow(issue.firstLine)}. ${issue.isCopy ? "Delete one of the two rows." : "Merge the two rows."}`;
    case "resolve/unknown-reference":
      return `"${issue.value}" is not in ${issue.table}.csv.${didYouMean(issue.nearest)} Correct it here, or add it there.`;
    case "resolve/identity-mismatch":
      return `"${issue.value}" contradicts "${issue.first}" in ${anotherRow(issue.firstLine)}, although both rows are about the record ${issue.recordId}. Correct one of the two, or give this row another record_id. If the sources really disagree about one thing, give each of them a side in disagreement_sides.csv that names the record and the column.`;
    case "resolve/mixed-series":
      return `This statement about ${issue.recordId} is for another place or time (${issue.point}) than ${anotherRow(issue.firstLine)} (${issue.firstPoint}), but the value of this attribute changes over time. Give this row another record_id, or give both sources a side in disagreement_sides.csv that names the record and the column.`;
    case "resolve/lead-outvoted":
      return `${issue.recordId} is published with "${issue.published}", from ${anotherRow(issue.otherLine)}, and not with "${issue.value}" of this row, which leads the record. Check whether the two rows are about the same thing.`;
    case "resolve/not-filled":
      return `"${issue.value}" is not published, because ${anotherRow(issue.leadLine)}, which leads ${issue.recordId}, has ${issue.why === "undated-lead" ? "no date" : "nothing here and is stronger"}. If the value shall be published for ${issue.recordId}, add a row to decisions.csv that names this source and this column. If the row makes a claim of its own, give it another record_id.`;
    case "resolve/unknown-split":
      return `The record "${issue.id}" does not exist in this table. Correct the id, or leave the cell empty.`;
    case "resolve/one-side":
      return `The disagreement ${issue.id} has fewer than two sides. Add its sides to disagreement_sides.csv, or delete it.`;
    case "resolve/side":
      return formatSide(issue);
    case "resolve/stale-disagreement":
      return `The disagreement ${issue.id} is out of date: all its sides have the same value now. Correct its sides, or delete it; if it was published, list its id in retired.csv.`;
    case "resolve/id-in-two-tables":
      return `${issue.table} already uses the id "${issue.id}". An id must be unique across all tables: choose another one.`;
    case "resolve/second-record":
      return `${issue.actorId} can have only one record for "${issue.attribute}", and ${issue.firstRecordId} already is that record. Give this row the record_id ${issue.firstRecordId}.`;
    case "resolve/date-after-source":
      return `"${issue.value}" is later than its source ${issue.sourceId}, which is dated ${issue.sourceDate}. Correct the date, or code the statement as a forecast.`;
    case "resolve/missing-index":
      return `${issue.sourceId} has no sentence index. Run: npm run pipeline -- documents index ${issue.sourceId}`;
    case "resolve/orphan-index":
      return `The source "${issue.sourceId}" of this index is not in sources.csv. Add it there, or delete the index.`;
    case "resolve/altered-index":
      return `The index is inconsistent at ${issue.locator}. Regenerate it with \`documents index\`; do not edit it by hand.`;
    case "resolve/no-such-page":
      return `The sentence is on page ${issue.page}, but the original of ${issue.sourceId} has ${plural(issue.pages, "page")} according to sources.csv. Correct original_n_pages there, or regenerate the index with \`documents index\`.`;
    case "resolve/index-of-another-text":
      return issue.textSha256 === null
        ? `The rows of this index name different texts, so it is not certain which sentences the rows of ${issue.sourceId} cite. Restore the file from version control.`
        : `This index was cut from the text with the hash ${issue.textSha256}, but sources.csv records another one, so rows may cite other sentences than were coded. If only the sha256 of ${issue.sourceId} in sources.csv is wrong, set it to this hash. Otherwise restore sources.csv, the index and the coded tables from one version.`;
    case "resolve/unknown-locator":
      return `${issue.sourceId} has no sentence ${issue.locator}. ${formatSentences(issue)} Look up the sentence in the text or its index.`;
    case "resolve/too-many-sentences":
      return `The cell names ${thousands(issue.size)} sentences; the limit is ${thousands(limits.sentences)}. Name the sentences that support the row.`;
    case "resolve/locator-backwards":
      return `The range runs backwards: ${issue.to} comes before ${issue.from}. Swap the two.`;
    case "resolve/text-mismatch":
      return `This text is not the one that ${issue.sourceId} was coded from. See what changed. Run: npm run pipeline -- documents verify`;
    case "resolve/unread-sentences":
      return `Neither cited nor passed over in ${issue.sourceId}: ${plural(issue.sentences, "sentence")} (${issue.ranges.join("; ")}). Read them, and code them or list them in passed_over.csv. Run: npm run pipeline -- documents show ${issue.sourceId} --unread`;
    case "resolve/cited-and-passed-over":
      return `Sentence ${issue.locator} of ${issue.sourceId} is listed as passed over, but a row cites it. Remove it from this row.`;
    case "resolve/derivation-cycle":
      return `These sources are derived from each other in a circle: ${issue.cycle.join(" → ")}. Correct one of them in derived_from.`;
    case "resolve/unknown-table":
      return `"${issue.value}" is not a published table that this column can name.${didYouMean(issue.nearest)} Write the table's published name.`;
    case "resolve/unknown-column":
      return `${issue.table} has no column "${issue.value}".${didYouMean(issue.nearest)} Correct the name, or leave the cell empty.`;
    case "resolve/derived-column":
      return `"${issue.value}" follows from the coded column ${issue.coded}. Name the column that you corrected: ${issue.coded}.`;
    case "resolve/stale-decision":
      return formatDecision(issue.why);
    case "resolve/same-document":
      return `This is the document of ${issue.otherId} in ${anotherRow(issue.otherLine)}: ${formatSharing(issue.by)}. It would count as two witnesses. Keep one of the two sources, and give its id to the rows of the other.`;
    case "resolve/unusual-id":
      return `"${issue.id}" ${formatIdFault(issue.why)}. ${issue.next === null ? MAKE_ID : `If the record is new, use the next free id, ${issue.next}; otherwise write the id that the record has.`}`;
    case "resolve/outside-outline":
    case "resolve/pcode-of-another-unit":
    case "resolve/early-date":
    case "resolve/distant-date":
    case "resolve/date-words":
    case "resolve/made-by-spreadsheet":
    case "resolve/distant-number":
    case "resolve/high-number":
    case "resolve/thousands-separator":
    case "resolve/part-above-whole":
    case "resolve/same-actor":
    case "resolve/probable-twin":
    case "resolve/foreign-script":
      return formatUnlikely(issue);
    case "resolve/unknown-warning":
      return `"${issue.value}" is not a warning that can be confirmed.${didYouMean(issue.nearest)} Write the code of the warning; raw/README.md lists them under "Guards".`;
    case "resolve/idle-check":
      return `This row confirms nothing: there is no warning ${issue.warning} about "${issue.check.value}" in ${issue.check.column} of ${issue.check.recordId} in ${issue.check.table}. Correct the row, or delete it.`;
    case "resolve/retired-id-in-use":
      return `The id "${issue.id}" is retired, but a row uses it. Choose a new id for that row; if no release has retired the id yet, you can delete its row here instead.`;
    case "resolve/unknown-replacement":
      return `The replacement "${issue.id}" does not exist. Correct the id, or leave the cell empty.`;
    case "resolve/only-in-draft":
      return `Only a draft source has "${issue.value}", so it would be missing from a release that has this row. Publish the draft first, or leave the reference out until then.`;
    case "resolve/unused-entry":
      return `No row refers to "${issue.id}". Delete the entry, or code the rows that need it.`;
    case "resolve/unknown-record":
    case "resolve/source-stays-here":
    case "resolve/no-verdict":
    case "resolve/second-same-event":
    case "resolve/second-family":
    case "resolve/family-in-a-family":
    case "resolve/overlapping-aliases":
      return formatEventDataIssue(issue);
    default:
      return issue satisfies never;
  }
}

/** Which sentences there are where a locator names none. */
function formatSentences({ last, lines }: Extract<IssueOf<"resolve">, { code: "resolve/unknown-locator" }>): string {
  if (last === null) return `The text has ${plural(lines ?? 0, "line")} that ${lines === 1 ? "is" : "are"} not blank.`;
  const [line, sentences] = locatorNumbers(last);
  if (sentences === 1) return `p${line} has 1 sentence, ${last}.`;
  return `p${line} has ${sentences} sentences, p${line}s1 to ${last}.`;
}

function formatSharing(by: Extract<IssueOf<"resolve">, { code: "resolve/same-document" }>["by"]): string {
  switch (by) {
    case "text":
      return "the hash of the text is the same";
    case "original":
      return "the hash of the original is the same";
    case "address":
      return "the address is the same";
    default:
      return by satisfies never;
  }
}

const MAKE_ID = "Make the id from the publisher and the year, such as acled-2023.";

function formatIdFault(why: IdFault): string {
  switch (why) {
    case "other-table":
      return "begins like the ids of another table";
    case "other-digits":
      return "has not as many digits as the other ids of this table";
    case "other-form":
      return "does not have the form of this table's ids";
    case "no-year":
      return "has no year, as the other ids of sources have";
    default:
      return why satisfies never;
  }
}

function formatSide({ why, recordId, sourceId }: Extract<IssueOf<"resolve">, { code: "resolve/side" }>): string {
  switch (why) {
    case "no-record":
      return `The table has no record "${recordId}", which ${sourceId} would speak of. Correct the id or the table.`;
    case "no-statement":
      return `${sourceId} has no statement about ${recordId}. Name a source that has one.`;
    case "other-sentences":
      return `The statements of ${sourceId} about ${recordId} are based on other sentences. Name sentences that one of them cites.`;
    case "no-column":
      return `The table of ${recordId}, which ${sourceId} speaks of, has no such coded column. Name a coded column (date, not date_earliest), or leave the cell empty.`;
    case "no-value":
      return `The statement of ${sourceId} about ${recordId} has no value in this column. Name another column, or leave the cell empty.`;
    default:
      return why satisfies never;
  }
}

function formatDecision(why: Extract<IssueOf<"resolve">, { code: "resolve/stale-decision" }>["why"]): string {
  switch (why) {
    case "no-record":
      return "The decision is out of date: the table has no such record. Correct the decision, or delete it.";
    case "no-column":
      return "The decision is out of date: the table has no such coded column. Name a coded column (date, not date_earliest; amount, not amount_low), or delete the decision.";
    case "no-claim":
      return "The decision is out of date: the source says nothing in this column. Correct the decision, or delete it.";
    case "decides-nothing":
      return "The decision is out of date: the rule gives the same value without it. Delete it.";
    default:
      return why satisfies never;
  }
}
