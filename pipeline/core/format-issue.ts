import { formatAltered } from "#pipeline/core/format-altered-release.ts";
import { formatTooLarge, formatUnreadable, thousands } from "#pipeline/core/format-input-fault.ts";
import { formatUnlikely } from "#pipeline/core/format-unlikely.ts";
import type { CharacterFault, Issue, Place } from "#pipeline/core/issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";
import { shorten, shortenFacts } from "#pipeline/core/shorten.ts";
import { terminalLine } from "#pipeline/core/terminal-text.ts";

/** `raw/coded/expansion.csv:41:date`: the form in which editors and terminals link to a line. */
export const formatPlace = ({ file, line, column }: Place) =>
  [file, line, column === null ? null : shorten(column)].filter((part) => part !== null).join(":");

/** One issue on one line, whatever its data contain: its place, its code, what is wrong and how to fix it. */
export const formatIssue = (issue: Issue) =>
  terminalLine(`${formatPlace(issue.at)}  ${issue.code}  ${formatMessage(issue)}`);

const didYouMean = (nearest: string | null) => (nearest === null ? "" : ` Did you mean "${nearest}"?`);

/** What is wrong and, last, how to fix it, in whole sentences. Long values and lists are cut. */
export const formatMessage = (issue: Issue) => wordIssue(shortenFacts(issue));

function wordIssue(issue: Issue): string {
  const column = shorten(issue.at.column ?? "");
  switch (issue.code) {
    case "extract/missing-file":
      return "The file is missing. Restore it; if it has no rows yet, write its header.";
    case "extract/unreadable":
      return formatUnreadable(issue.fault, issue.detail);
    case "extract/too-large":
      return formatTooLarge(issue.limit, issue.size);
    case "extract/unknown-file":
      return `No table has a file of this name.${didYouMean(issue.nearest)} Rename the file, or move it out of this folder.`;
    case "extract/empty-file":
      return "The file is empty. Write at least its header.";
    case "extract/encoding":
      return `The file is not UTF-8; it looks like ${issue.encoding}. Save it as CSV UTF-8.`;
    case "extract/separator":
      return issue.separator === ";"
        ? `The cells are separated by ";", as spreadsheets in many European countries do. Save the file with commas.`
        : `The cells are separated by ${issue.separator === "\t" ? "tabs" : `"${issue.separator}"`}. Save the file with commas.`;
    case "extract/missing-header":
      return `The first line is not a header: it names none of the table's columns. Insert this line above the rows: ${issue.expected.join(",")}.`;
    case "extract/nameless-column":
      return `Column ${issue.position} has no name. Name it after a column of the table, or delete it.`;
    case "extract/missing-column":
      return `The column "${column}" is missing. Add it to the header and to every row.`;
    case "extract/unknown-column":
      return `The table has no column "${column}".${didYouMean(issue.nearest)} Rename the column, or delete it.`;
    case "extract/duplicate-column":
      return `The header has the column "${column}" twice. Delete one of the two.`;
    case "extract/column-order":
      return `The column "${column}" is in the wrong place. Put the columns in this order: ${issue.expected.join(",")}.`;
    case "extract/ragged-row":
      return `The row has ${issue.cells} cells, but the header has ${issue.columns}. Look for a missing or extra comma, or for a text that contains a comma and needs quotes.`;
    case "extract/unclosed-quote":
      return `A quote opens here and never closes. Add the closing quote, and write a quote inside a text as "".`;
    case "extract/stray-quote":
      return `There is a quote inside a cell that is not quoted. Put the whole cell in quotes, and write the quote inside it as "".`;
    case "extract/no-rows":
      return "The table has a header but no rows. If that is not intended, restore the rows.";
    case "extract/bad-outlines":
      return "The outlines cannot be read. Restore the file, for example with git checkout, or make it again as the README in its folder says.";
    case "extract/missing-outlines":
      return "The folder has no outlines (*.topo.json), so no coordinates can be checked. Restore it, for example with git checkout.";
    case "stage/missing-value":
      return `The cell is empty, but every row needs a value in "${column}". Fill it in.`;
    case "stage/placeholder":
      return `"${issue.value}" is a placeholder, not a value. If the source does not say, leave the cell empty.`;
    case "stage/bad-character":
      return formatCharacter(issue.character, issue.fault);
    case "stage/formula":
      return `A spreadsheet would run "${issue.value}" as a formula. Start the text with a letter, a digit or a quotation mark.`;
    case "stage/line-break":
      return "The cell contains a line break, which is allowed in prose only. Write the cell on one line.";
    case "stage/bad-date":
      return formatDate(issue.value, issue.fault);
    case "stage/bad-number":
      return formatNumber(issue.value, issue.form);
    case "stage/out-of-bounds":
      return `"${issue.value}" is out of range: ${column} must be ${formatBounds(issue.minimum, issue.maximum)}. Correct the value.`;
    case "stage/bad-boolean":
      return `"${issue.value}" is neither TRUE nor FALSE. Write one of the two.`;
    case "stage/unknown-code":
      return `"${issue.value}" is not a code in the list ${issue.codelist}.${didYouMean(issue.nearest)} Choose a code from the list: CODEBOOK.md and schemas/codelists have all of them.`;
    case "stage/bad-id":
      return `"${issue.value}" is not a valid id. Start with a letter, and use only lower-case letters, digits and single hyphens.`;
    case "stage/bad-list":
      return `"${issue.value}" is not a valid list. Separate the items with "; " and name each of them once: "${issue.meant}".`;
    case "stage/bad-locator":
      return `"${issue.value}" is not a valid locator. Write p12s3, p12s3-p12s5, or several of these separated by "; ".`;
    case "stage/bad-text":
      return `"${issue.value}" is not valid in this column. Write ${issue.form}.`;
    case "stage/row-rule":
      return `The row breaks a rule of its table: ${issue.sentence} Correct the row.`;
    case "resolve/duplicate-row":
      return `Duplicate key ${issue.key}: ${anotherRow(issue.firstLine)} already uses it. Change one of the two, or delete a row.`;
    case "resolve/duplicate-statement":
      return `${issue.recordId} already has a statement from this source with the same evidence, in ${anotherRow(issue.firstLine)}. Merge the two rows.`;
    case "resolve/unknown-reference":
      return `"${issue.value}" is not in ${issue.table}.csv.${didYouMean(issue.nearest)} Correct it here, or add it there.`;
    case "resolve/identity-mismatch":
      return `"${issue.value}" contradicts "${issue.first}" in ${anotherRow(issue.firstLine)}, although both rows are about the record ${issue.recordId}. Correct one of the two, or give this row another record_id. If the sources really disagree about one thing, name the record and the column in disagreement_sides.csv.`;
    case "resolve/mixed-series":
      return `This statement about ${issue.recordId} is for another place or time (${issue.point}) than ${anotherRow(issue.firstLine)} (${issue.firstPoint}), but the value of this attribute changes over time. Give this row another record_id, or name the difference in disagreement_sides.csv.`;
    case "resolve/lead-outvoted":
      return `${issue.recordId} is published with "${issue.published}", from ${anotherRow(issue.otherLine)}, and not with "${issue.value}" of this row, which leads the record. Check whether the two rows are about the same thing.`;
    case "resolve/not-filled":
      return issue.why === "undated-lead"
        ? `"${issue.value}" is not published, because ${anotherRow(issue.leadLine)}, which leads ${issue.recordId}, has no date. Check whether the two rows are about the same thing; if the date belongs to it, add a row to decisions.csv.`
        : `"${issue.value}" is not published, because ${anotherRow(issue.leadLine)}, which leads ${issue.recordId}, has nothing here and is stronger. Check whether the two rows are about the same thing.`;
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
    case "resolve/index-of-another-text":
      return issue.textSha256 === null
        ? `The rows of this index name different texts, so it is not certain which sentences the rows of ${issue.sourceId} cite. Restore the file from version control.`
        : `This index was cut from the text with the hash ${issue.textSha256}, but sources.csv records another one, so rows may cite other sentences than were coded. If only the sha256 of ${issue.sourceId} in sources.csv is wrong, set it to this hash. Otherwise restore sources.csv, the index and the coded tables from one version.`;
    case "resolve/unknown-locator":
      return `${issue.sourceId} has no sentence ${issue.locator}${issue.last === null ? "" : `; the last one of that paragraph is ${issue.last}`}. Look up the locator in the sentence index.`;
    case "resolve/too-many-sentences":
      return `The cell names ${thousands(issue.size)} sentences; the limit is ${thousands(limits.sentences)}. Name the sentences that support the row.`;
    case "resolve/locator-backwards":
      return `The range runs backwards: ${issue.to} comes before ${issue.from}. Swap the two.`;
    case "resolve/text-mismatch":
      return `This text is not the one that ${issue.sourceId} was coded from. See what changed. Run: npm run pipeline -- documents verify`;
    case "resolve/unread-sentence":
      return `Sentence ${issue.locator} of ${issue.sourceId} is neither cited nor passed over. Code it, or list it in passed_over.csv.`;
    case "resolve/cited-and-passed-over":
      return `Sentence ${issue.locator} of ${issue.sourceId} is listed as passed over, but a row cites it. Remove it from this row.`;
    case "resolve/derivation-cycle":
      return `These sources are derived from each other in a circle: ${issue.cycle.join(" → ")}. Correct one of them in derived_from.`;
    case "resolve/unknown-table":
      return `"${issue.value}" is not a published table that this column can name.${didYouMean(issue.nearest)} Write the table's published name.`;
    case "resolve/unknown-column":
      return `${issue.table} has no column "${issue.value}".${didYouMean(issue.nearest)} Correct the name, or leave the cell empty.`;
    case "resolve/stale-decision":
      return formatDecision(issue.why);
    case "resolve/outside-outline":
    case "resolve/early-date":
    case "resolve/distant-date":
    case "resolve/distant-number":
    case "resolve/high-number":
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
    case "resolve/unused-entry":
      return `No row refers to "${issue.id}". Delete the entry, or code the rows that need it.`;
    case "publish/vanished-id":
      return `"${issue.id}" of ${issue.table} was published in ${issue.version}, but is missing now. Restore its row, or list the id in retired.csv.`;
    case "publish/reused-id":
      return `"${issue.id}" of ${issue.table} was retired in ${issue.version}, but is used again. An id is never reused: choose a new one.`;
    case "publish/idle-correction":
      return `This reason matches no change: neither the next release nor an earlier one changes ${issue.column === null ? "" : `${issue.column} of `}${issue.ids.join(", ")} in ${issue.table}. Correct the row, or delete it.`;
    case "publish/too-many-changes":
      return `${issue.count} of ${issue.rows} records of ${issue.table} have changed (${issue.inColumn} of them in ${issue.column}), such as ${issue.examples.join(", ")}; one release may change ${issue.limit}. Look for a damaged column. If the changes are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,,REASON`;
    case "publish/too-many-gone":
      return `${issue.count} of ${issue.rows} records of ${issue.table} are retired, such as ${issue.examples.join(", ")}; one release may retire ${issue.limit}. Restore them. If the retirements are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,,REASON`;
    case "publish/lost-statements":
      return `${issue.sourceId} has ${issue.after} of its ${issue.before} rows about ${issue.id} in ${issue.version} left. Restore the others. If they are meant to go, add this row to corrections.csv, with the reason: ${issue.table},${issue.id},,REASON`;
    case "publish/moved-cells":
      return `${issue.count} records of ${issue.table}, such as ${issue.examples.join(", ")}, have each other's values in ${column}, as after sorting that column alone. Restore the column. If the changes are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,${column},REASON`;
    case "publish/number-jump":
      return `${issue.id} had "${issue.before}" in ${issue.version}, and would have "${issue.after}" now. Count the zeros. If the change is meant, add this row to corrections.csv, with the reason: ${issue.table},${issue.id},${column},REASON`;
    case "publish/invalid-output":
      return `${issue.table} ${issue.id} would be published with "${issue.value}" in ${column}, which its own schema does not allow. This is a bug in the pipeline: please report it.`;
    case "publish/altered-release":
      return formatAltered(issue);
    case "publish/withdrawn-inputs":
      return `These data are the ones of ${issue.version}, which was withdrawn, so they are not published again. Correct raw/ first.`;
    case "documents/not-utf8":
      return `The text is not UTF-8; it looks like ${issue.encoding}. Convert it to UTF-8.`;
    case "documents/empty-text":
      return "The text contains no sentence. Replace it with the document's full text.";
    case "documents/nul-bytes":
      return "The text contains NUL bytes, so it is damaged or not a text file. Extract the text from the document again.";
    case "documents/page-furniture":
      return `The same line occurs ${issue.times} times (lines ${issue.lines.join(", ")}), so it may be a page header or footer. If it is one, remove it before you code the text, or list its sentences in passed_over.csv.`;
    case "documents/unknown-source":
      return `The source "${issue.sourceId}" is not in sources.csv.${didYouMean(issue.nearest)} Rename the text, or add the source.`;
    case "documents/gone":
      return `Sentence ${issue.locator} of ${issue.sourceId} is no longer in the text. ${issue.citedBy.length === 0 ? "No row cites it, so there is nothing to correct." : `Code the rows that cite it again: ${issue.citedBy.join(", ")}.`}`;
    default:
      return issue satisfies never;
  }
}

function formatBounds(minimum: number | null, maximum: number | null): string {
  if (minimum === null) return `at most ${maximum}`;
  return maximum === null ? `at least ${minimum}` : `between ${minimum} and ${maximum}`;
}

const anotherRow = (line: number | null) => (line === null ? "another row" : `line ${line}`);

function formatDate(value: string, fault: DateFault): string {
  switch (fault) {
    case "not-edtf":
      return /spring|summer|autumn|fall|winter/iu.test(value)
        ? `"${value}" is not a valid EDTF date. Write an interval such as 2019-03/2019-05.`
        : `"${value}" is not a valid EDTF date. Write 2017-03-12, 2017-03, 2017, an interval 2017-03/2017-05, or one day in a period [2017-03-01..2017-03-10].`;
    case "season":
      return `"${value}" is the EDTF code for a season, but seasons in the Sahel fall in other months. Write an interval such as 2019-03/2019-05.`;
    case "no-such-day":
      return `"${value}" is a day or month that does not exist. Correct it, or write a less precise date.`;
    case "backwards":
      return `"${value}" ends before it starts. Swap the two dates.`;
    case "qualified-vagueness":
      return `"${value}" says twice that the date is vague, and programs disagree about what that means. Remove the mark (~, ? or %), or write the date without X.`;
    default:
      return fault satisfies never;
  }
}

function formatCharacter(character: string, fault: CharacterFault): string {
  switch (fault) {
    case "invisible":
      return `The cell contains an invisible character, ${character}. Delete it, or type the text again.`;
    case "lost":
      return "A program could not read a letter and wrote \uFFFD instead. Type the letter again.";
    case "misread":
      return `"${character}" is one letter that was read in the wrong encoding. Import the file as UTF-8, or type the letter again.`;
    case "look-alike":
      return `The cell contains ${character}, which looks like a Latin letter but is another one. Type the word again.`;
    case "unassigned":
      return `The cell contains ${character}, which is not a character that other programs know. Delete it, or type the text again.`;
    default:
      return fault satisfies never;
  }
}

function formatNumber(value: string, form: Extract<Issue, { code: "stage/bad-number" }>["form"]): string {
  switch (form) {
    case "amount":
      return `"${value}" is not a valid number. Write 1300, a range 1000..2000, or a bound >1300, >=5, <50, without thousands separators or exponents.`;
    case "integer":
      return `"${value}" is not a whole number. Write digits only.`;
    case "decimal":
      return `"${value}" is not a decimal number. Write it like -8.0029, with a decimal point and without thousands separators or exponents.`;
    case "backwards":
      return `"${value}" ends below its start. Swap the two numbers.`;
    case "too-long":
      return `"${value}" has more than 15 digits, so programs would change it. Round it as the source does.`;
    default:
      return form satisfies never;
  }
}

function formatSide({ why, recordId, sourceId }: Extract<Issue, { code: "resolve/side" }>): string {
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

function formatDecision(why: Extract<Issue, { code: "resolve/stale-decision" }>["why"]): string {
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
