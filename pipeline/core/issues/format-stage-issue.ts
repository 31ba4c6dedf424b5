import { withoutThousands } from "#pipeline/core/amount.ts";
import type { IssueOf } from "#pipeline/core/issue.ts";
import { SHOWN_CODES } from "#pipeline/core/limits.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { spreadsheetMark } from "#pipeline/core/spreadsheet-marks.ts";
import { codelists } from "#schemas/codelists.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What is wrong and how to fix it. Long values and lists are cut already. */
export function formatStageIssue(issue: IssueOf<"stage">): string {
  const column = shorten(issue.at.column ?? "");
  switch (issue.code) {
    case "stage/missing-value":
      return issue.codelist === null
        ? `The cell is empty, but every row needs a value in "${column}". Fill it in.`
        : `The cell is empty, but every row needs a code of the list ${issue.codelist} in "${column}". ${formatChoice(issue.codelist)}`;
    case "stage/placeholder":
      return `"${issue.value}" is a placeholder, not a value. If the source does not say, leave the cell empty.${issue.mayBeName ? ` If this is a real name, write a backslash before it: "\\${issue.value}".` : ""}`;
    case "stage/bad-character":
      return formatCharacter(issue);
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
      return `"${issue.value}" is not a code in the list ${issue.codelist}.${didYouMean(issue.nearest)} ${formatChoice(issue.codelist)}`;
    case "stage/bad-id":
      return `"${issue.value}" is not a valid id. Start with a letter, and use only lower-case letters, digits and single hyphens.`;
    case "stage/bad-list":
      return `"${issue.value}" is not a valid list. Separate the items with "; " and name each of them once: "${issue.meant}".`;
    case "stage/bad-locator":
      return `"${issue.value}" is not a valid locator. Write p12s3, p12s3-p12s5, or several of these separated by "; ".`;
    case "stage/bad-text":
      return `"${issue.value}" is not valid in this column. Write ${issue.form}.`;
    case "stage/row-rule":
      return `${issue.value === null ? "The row" : `"${issue.value}"`} breaks a rule of its table: ${issue.advice ?? `${issue.sentence} Correct the row.`}`;
    default:
      return issue satisfies never;
  }
}

/** The codes to choose from, if they are few. */
function formatChoice(name: string): string {
  const codes = codelists.find((list) => list.name === name)?.codes.map(({ code }) => code) ?? [];
  return codes.length <= SHOWN_CODES
    ? `Choose a code from the list: ${codes.join(", ")}.`
    : "Choose a code from the list: CODEBOOK.md has all of them, and `find` searches them.";
}

function formatBounds(minimum: number | null, maximum: number | null): string {
  if (minimum === null) return `at most ${maximum}`;
  return maximum === null ? `at least ${minimum}` : `between ${minimum} and ${maximum}`;
}

function formatDate(value: string, fault: DateFault): string {
  switch (fault) {
    case "not-edtf":
      if (spreadsheetMark(value) !== null)
        return `"${value}" looks like a date made by a spreadsheet. Set the column to the format "Text", and write the date as 2017-03-12, 2017-03 or 2017.`;
      return /spring|summer|autumn|fall|winter/iu.test(value)
        ? `"${value}" is not a valid EDTF date. Write an interval such as 2019-03/2019-05.`
        : `"${value}" is not a valid EDTF date. Write 2017-03-12, 2017-03, 2017, an interval 2017-03/2017-05, or one day in a period [2017-03-01..2017-03-10].`;
    case "season":
      return `"${value}" is the EDTF code for a season, but seasons in the Sahel fall in other months. Write an interval such as 2019-03/2019-05.`;
    case "no-such-day":
      return `"${value}" is a day or month that does not exist. Correct it, or write a less precise date.`;
    case "backwards":
      return `"${value}" ends before it starts. Swap the two dates.`;
    case "overlapping-ends":
      return `The end of "${value}" does not come after its start: one of the two contains the other. Write both as precisely as each other, such as 2018-06/2018-12, or write one date.`;
    case "year-before-1000":
      return `"${value}" is in a year before 1000. Write all four digits of the year.`;
    case "qualified-vagueness":
      return `"${value}" says twice that the date is vague, and programs disagree about what that means. Remove the mark (~, ? or %), or write the date without X.`;
    default:
      return fault satisfies never;
  }
}

function formatCharacter({
  character,
  fault,
  meant,
}: Extract<IssueOf<"stage">, { code: "stage/bad-character" }>): string {
  const probably = meant === null ? "" : ` The word is probably "${meant}".`;
  switch (fault) {
    case "invisible":
      return `The cell contains an invisible character, ${character}.${probably} Delete it, or type the text again.`;
    case "lost":
      return "A program could not read a letter and wrote \uFFFD instead. Type the letter again.";
    case "misread":
      return `"${character}" is one letter that was read in the wrong encoding.${probably} Import the file as UTF-8, or type the letter again.`;
    case "entity":
      return `"${character}" is a character as web pages write it.${probably} Type the character itself.`;
    case "look-alike":
      return `The cell contains ${character}, which looks like a Latin letter but is another one. Type the word again.`;
    case "unassigned":
      return `The cell contains ${character}, which is not a character that other programs know. Delete it, or type the text again.`;
    default:
      return fault satisfies never;
  }
}

function formatNumber(value: string, form: Extract<IssueOf<"stage">, { code: "stage/bad-number" }>["form"]): string {
  const meant = form === "decimal" ? null : withoutThousands(value);
  if (meant !== null) return `"${value}" seems to have a separator between its thousands. If so, write ${meant}.`;
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
