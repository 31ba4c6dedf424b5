import type { CharacterFault, Issue, Place } from "#pipeline/core/issue.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";

/** `raw/coded/expansion.csv:41:date`, as editors and terminals take it. */
export const formatPlace = ({ file, line, column }: Place) =>
  [file, line, column].filter((part) => part !== null).join(":");

/** One line for one issue: where, which, what, and how to mend it. */
export const formatIssue = (issue: Issue) => `${formatPlace(issue.at)}  ${issue.code}  ${formatMessage(issue)}`;

const meant = (nearest: string | null) => (nearest === null ? "" : ` Did you mean "${nearest}"?`);
const seenBefore = (line: number | null) => (line === null ? "" : ` It stands in line ${line} already.`);

/** What is wrong, and how to mend it. */
export function formatMessage(issue: Issue): string {
  const column = issue.at.column ?? "";
  switch (issue.code) {
    case "extract/missing-file":
      return "The file is missing. Put it back, at least with its header.";
    case "extract/unknown-file":
      return `No table has this file.${meant(issue.nearest)} Rename it or move it away.`;
    case "extract/empty-file":
      return "The file is empty. Write at least its header.";
    case "extract/encoding":
      return `The file is not UTF-8; it looks like ${issue.encoding}. Save it as CSV UTF-8.`;
    case "extract/separator":
      return issue.separator === ";"
        ? `Cells are separated by ";", as a European spreadsheet saves them. Save it with commas.`
        : `Cells are separated by ${issue.separator === "\t" ? "tabs" : `"${issue.separator}"`}. Save it with commas.`;
    case "extract/missing-header":
      return `This is no header: it names none of the table's columns. Put them above the rows: ${issue.expected.join(",")}.`;
    case "extract/nameless-column":
      return `Column ${issue.position} has no name. Name it as the table does, or remove it with its cells.`;
    case "extract/missing-column":
      return `The column "${column}" is missing. Add it to the header.`;
    case "extract/unknown-column":
      return `The table has no column "${column}".${meant(issue.nearest)} Rename or remove it.`;
    case "extract/duplicate-column":
      return `The column "${column}" stands in the header twice. Remove one.`;
    case "extract/column-order":
      return `"${column}" is not where the table has it. Order the columns: ${issue.expected.join(",")}.`;
    case "extract/ragged-row":
      return `The row has ${issue.cells} cells, the header ${issue.columns}. Look for a missing or extra comma, or a text with commas that lacks its quotes.`;
    case "extract/unclosed-quote":
      return "A quote is opened here and never closed. Close it, and double a quote inside a text.";
    case "extract/stray-quote":
      return "A quote stands inside a cell that is not quoted. Quote the whole cell and double the quote inside.";
    case "extract/no-rows":
      return "The table has a header and no rows.";
    case "stage/missing-value":
      return `"${column}" must not be empty.`;
    case "stage/placeholder":
      return `"${issue.value}" stands for nothing. Leave the cell empty where the source does not say.`;
    case "stage/bad-character":
      return formatCharacter(issue.character, issue.fault);
    case "stage/formula":
      return `"${issue.value}" would be run as a formula by a spreadsheet. Begin with a letter, a digit or a quotation mark.`;
    case "stage/line-break":
      return `The cell has a line break, which only prose may have. Write it in one line.`;
    case "stage/bad-date":
      return formatDate(issue.value, issue.fault);
    case "stage/bad-number":
      return formatNumber(issue.value, issue.form);
    case "stage/out-of-bounds":
      return `"${issue.value}" is out of bounds: ${column} must be ${formatBounds(issue.minimum, issue.maximum)}. Correct it.`;
    case "stage/bad-boolean":
      return `"${issue.value}" is neither TRUE nor FALSE.`;
    case "stage/unknown-code":
      return `"${issue.value}" is no code of the list ${issue.codelist}.${meant(issue.nearest)} The codes stand in CODEBOOK.md and in schemas/codelists.`;
    case "stage/bad-id":
      return `"${issue.value}" is no id. Use lower-case letters, digits and single hyphens, a letter first.`;
    case "stage/bad-list":
      return `"${issue.value}" is no list: each item stands in it once, joined by "; ". Write "${issue.meant}".`;
    case "stage/bad-locator":
      return `"${issue.value}" is no locator. Write p12s3, p12s3-p12s5, or several joined by "; ".`;
    case "stage/bad-text":
      return `"${issue.value}" does not have the form of this column: ${issue.form}.`;
    case "stage/row-rule":
      return issue.sentence;
    case "resolve/duplicate-row":
      return `The key ${issue.key} is not unique.${seenBefore(issue.firstLine)} Give one of the rows another, or remove it.`;
    case "resolve/duplicate-statement":
      return `${issue.recordId} has this source and this evidence twice.${seenBefore(issue.firstLine)} Merge the two rows.`;
    case "resolve/unknown-reference":
      return `"${issue.value}" is not in ${issue.table}.csv.${meant(issue.nearest)} Add it there, or correct it here.`;
    case "resolve/identity-mismatch":
      return `"${issue.value}" differs from "${issue.first}" in ${where(issue.firstLine)} of the same record ${issue.recordId}. Correct one, or give this row a record of its own.`;
    case "resolve/id-in-two-tables":
      return `The id "${issue.id}" is used by ${issue.table} too. An id names one thing only: choose another.`;
    case "resolve/second-record":
      return `${issue.actorId} can have one record of "${issue.attribute}" only, and ${issue.firstRecordId} is one. Give this row that record_id.`;
    case "resolve/date-after-source":
      return `"${issue.value}" is later than its source ${issue.sourceId}, which is of ${issue.sourceDate}. Correct the date, or code it as a forecast.`;
    case "resolve/missing-index":
      return `${issue.sourceId} has no sentence index. Run: npm run pipeline -- documents index ${issue.sourceId}`;
    case "resolve/orphan-index":
      return `No source "${issue.sourceId}" is in sources.csv. Add it there, or remove the index.`;
    case "resolve/altered-index":
      return `The index does not hang together at ${issue.locator}. Nobody edits an index by hand: run documents index again.`;
    case "resolve/unknown-locator":
      return `${issue.sourceId} has no sentence ${issue.locator}${issue.last === null ? "" : `; its paragraph ends with ${issue.last}`}. Look it up in its index.`;
    case "resolve/locator-backwards":
      return `The range runs backwards: ${issue.to} stands before ${issue.from}. Turn it round.`;
    case "resolve/text-mismatch":
      return `The text at hand is not the one that ${issue.sourceId} was coded from. Run: npm run pipeline -- documents verify`;
    case "resolve/unread-sentence":
      return `${issue.locator} of ${issue.sourceId} is neither cited nor passed over. Code it, or list it in passed_over.csv.`;
    case "resolve/cited-and-passed-over":
      return `${issue.locator} of ${issue.sourceId} is passed over here, and cited by a row. Remove it here.`;
    case "resolve/derivation-cycle":
      return `Sources are derived from one another in a circle: ${issue.cycle.join(" → ")}. Break it in derived_from.`;
    case "resolve/unknown-table":
      return `"${issue.value}" is no published table that has such rows.${meant(issue.nearest)} Name the table as the release does.`;
    case "resolve/stale-decision":
      return formatDecision(issue.why);
    case "resolve/retired-id-in-use":
      return `"${issue.id}" is retired and in use again. Choose a new id for the record, or remove its tombstone if it never was published without it.`;
    case "resolve/unknown-replacement":
      return `"${issue.id}" is to replace a retired id and is not there itself. Correct it, or leave it empty.`;
    case "resolve/unused-entry":
      return `No row speaks of "${issue.id}". Remove it, or code what was meant.`;
    case "publish/vanished-id":
      return `"${issue.id}" of ${issue.table} was published in ${issue.version} and is gone. Bring it back, or write its tombstone in retired.csv.`;
    case "publish/reused-id":
      return `"${issue.id}" of ${issue.table} was retired in ${issue.version} and is used again. An id is never used twice: choose another.`;
    case "publish/invalid-output":
      return `Our bug: ${issue.table} ${issue.id} would be published with "${issue.value}" in ${column}, against its own schema.`;
    case "publish/altered-release":
      return formatAltered(issue.version, issue.why);
    case "documents/not-utf8":
      return `The text is not UTF-8; it looks like ${issue.encoding}. Convert it to UTF-8.`;
    case "documents/empty-text":
      return "The text has no sentence.";
    case "documents/nul-bytes":
      return "The text has NUL bytes: it is damaged, or no text at all.";
    case "documents/page-furniture":
      return `The same line stands here ${issue.times} times (lines ${issue.lines.join(", ")}): a page header or footer? Take it out before the text is coded, or pass it over.`;
    case "documents/unknown-source":
      return `No source "${issue.sourceId}" is in sources.csv.${meant(issue.nearest)}`;
    case "documents/gone":
      return `${issue.locator} of ${issue.sourceId} is gone from the text.${issue.citedBy.length === 0 ? " No row cites it." : ` It is cited by ${issue.citedBy.join(", ")}: code these again.`}`;
    default:
      return issue satisfies never;
  }
}

function formatBounds(minimum: number | null, maximum: number | null): string {
  if (minimum === null) return `at most ${maximum}`;
  return maximum === null ? `at least ${minimum}` : `between ${minimum} and ${maximum}`;
}

const where = (line: number | null) => (line === null ? "another row" : `line ${line}`);

function formatDate(value: string, fault: DateFault): string {
  switch (fault) {
    case "not-edtf":
      return /spring|summer|autumn|fall|winter/iu.test(value)
        ? `"${value}" is no EDTF date. Write an interval such as 2019-03/2019-05.`
        : `"${value}" is no EDTF date. Write 2017-03-12, 2017-03, 2017, an interval 2017-03/2017-05, or a day within one [2017-03-01..2017-03-10].`;
    case "season":
      return `"${value}" is a season, and a Sahel season is not those months. Write an interval such as 2019-03/2019-05.`;
    case "no-such-day":
      return `"${value}" is a day or month that no calendar has. Correct it, or write it less precisely.`;
    case "backwards":
      return `"${value}" ends before it starts. Turn it round.`;
    case "qualified-vagueness":
      return `"${value}" says twice that it is vague, and programs read that differently. Leave out the mark ~ ? or %, or the X.`;
    default:
      return fault satisfies never;
  }
}

function formatCharacter(character: string, fault: CharacterFault): string {
  switch (fault) {
    case "invisible":
      return `The cell has a sign that does not show, ${character}. Delete it, or type the words anew.`;
    case "lost":
      return "A program could not read a letter and put \uFFFD in its place. Type the letter anew.";
    case "misread":
      return `"${character}" is one letter, opened in a wrong encoding and saved so. Import the file as UTF-8, or type the letter anew.`;
    default:
      return fault satisfies never;
  }
}

function formatNumber(value: string, form: Extract<Issue, { code: "stage/bad-number" }>["form"]): string {
  switch (form) {
    case "amount":
      return `"${value}" is no number. Write 1300, a range 1000..2000, or a bound >1300, >=5, <50: no separators, no exponent.`;
    case "integer":
      return `"${value}" is no whole number. Write plain digits.`;
    case "decimal":
      return `"${value}" is no decimal number. Write it as -8.0029: a point, no separators, no exponent.`;
    case "backwards":
      return `"${value}" ends below its start. Turn it round.`;
    case "too-long":
      return `"${value}" has more than 15 digits, and would be published as another number. Round it as the source does.`;
    default:
      return form satisfies never;
  }
}

function formatDecision(why: Extract<Issue, { code: "resolve/stale-decision" }>["why"]): string {
  switch (why) {
    case "no-record":
      return "The decision is stale: the table has no such record. Correct or remove it.";
    case "no-column":
      return "The decision is stale: the table has no such coded column (date, not date_earliest; amount, not amount_low). Correct or remove it.";
    case "no-claim":
      return "The decision is stale: the source says nothing in this column. Correct or remove it.";
    case "decides-nothing":
      return "The decision is stale: the rule comes to the same value without it. Remove it.";
    default:
      return why satisfies never;
  }
}

function formatAltered(version: string, why: Extract<Issue, { code: "publish/altered-release" }>["why"]): string {
  const remedy = "A release never changes: restore it, for example with git checkout.";
  switch (why) {
    case "changed":
      return `The file is not the one that ${version} was published with. ${remedy}`;
    case "missing":
      return `The file is missing from ${version}. ${remedy}`;
    case "unlisted":
      return `The file does not belong to ${version}. ${remedy}`;
    case "no-sums":
      return `${version} has no SHA256SUMS. ${remedy}`;
    case "other-sums":
      return `catalog.json has another SHA256SUMS of ${version}: one of the two was changed. ${remedy}`;
    case "gone":
      return `catalog.json has ${version}, and its folder is gone. ${remedy}`;
    default:
      return why satisfies never;
  }
}
