import { plural } from "#pipeline/core/plural.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import type { Remark } from "./taken-in.ts";

/** Details that one line names. */
const SHOWN = 8;
/** Words and tables that one line names: a person looks at each. */
const MOST_NAMED = 10;

/** What a person should look at: a line for each code, in the order in which they came. */
export function formatRemarks(remarks: readonly Remark[]): string[] {
  const codes = [...new Set(remarks.map(({ code }) => code))];
  return codes.map((code) =>
    formatAlike(
      code,
      remarks.filter((remark) => remark.code === code),
    ),
  );
}

function formatAlike(code: string, alike: readonly Remark[]): string {
  const named = wordsForEach(code, alike);
  if (named !== null) return named;
  const details = [...new Set(alike.map(({ detail }) => detail).filter((detail) => detail !== ""))];
  const shown = details.slice(0, SHOWN).map(shorten).join(", ");
  const more = details.length > SHOWN ? ", …" : "";
  const pages = [...new Set(alike.flatMap(({ page }) => page ?? []))];
  const where =
    pages.length === 0
      ? ""
      : ` (${pages.length === 1 ? "page" : "pages"} ${pages.slice(0, SHOWN).join(", ")}${pages.length > SHOWN ? ", …" : ""})`;
  return `${words(code, `${shown}${more}`)}${where}`;
}

/** The words for codes whose remarks are named one by one, each with its page; `null` for all other codes. */
function wordsForEach(code: string, alike: readonly Remark[]): string | null {
  const each = () =>
    listOf(alike.map(({ detail, page }) => `${shorten(detail)}${page === null ? "" : ` (page ${page})`}`));
  switch (code) {
    case "hyphen-mended-unsure":
      return `${plural(alike.length, "word")} joined without the hyphen at the end of a line, which may belong to the word: ${each()}. Compare with the page.`;
    case "hyphen-kept-unsure":
      return `${plural(alike.length, "word")} with the hyphen at the end of a line kept, which may not belong to the word: ${each()}. Compare with the page.`;
    case "word-cut":
      return `${plural(alike.length, "word")} cut at the end of a paragraph: ${each()}. Look for the rest on the page, and join it.`;
    case "letters-missing":
      return `Letters missing, because the PDF does not say what they are: ${each()}. Look for □ on the page, and fill in what the text lacks; or get the document in another form.`;
    case "table-left-out":
      return leftOut("table", alike);
    case "chart-left-out":
      return leftOut("chart", alike);
    default:
      return null;
  }
}

/** `2 tables (3 and 17 lines) left out, pages 4 and 9.` */
function leftOut(noun: string, alike: readonly Remark[]): string {
  const lines = listOf(alike.map(({ detail }) => detail));
  const pages = [...new Set(alike.flatMap(({ page }) => page ?? []))].map(String);
  const unit = lines === "1" ? "line" : "lines";
  return `${plural(alike.length, noun)} (${lines} ${unit}) left out, ${pages.length === 1 ? "page" : "pages"} ${listOf(pages)}. Copy by hand what you need.`;
}

/** `a`, `a and b`, `a, b and c`; of a long list, the first, and how many more there are. */
function listOf(items: readonly string[]): string {
  const shown = items.slice(0, MOST_NAMED);
  const last = items.length > shown.length ? `${items.length - shown.length} more` : shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(", ")} and ${last}`;
}

/** Other codes are shown as they are, with their details. */
function words(code: string, shown: string): string {
  switch (code) {
    case "charset-corrected":
      return `The page names a wrong charset: ${shown}. Look for odd letters.`;
    case "charset-assumed":
      return `Nothing names the charset, and the bytes are not UTF-8. Read as ${shown}: look for odd letters.`;
    case "charset-damaged":
      return `Letters that could not be read: ${shown}. Look for the mark �.`;
    case "cut-off":
      return "The file ends inside a letter: its end is missing. Get it again.";
    case "comments":
      return `Comments left out: ${shown}.`;
    case "tracked-changes":
      return `Tracked changes: ${shown}. The text has them accepted. Make sure that this is the published version.`;
    case "deleted-words":
      return `Places where the page shows words as deleted: ${shown}. The text does not have these words. Make sure that this is the published version.`;
    case "columns-unclear":
      return `Lines that may be a table or columns, kept as text: ${shown}. Compare the order of the text with the page.`;
    case "dates-differ":
      return `The page names several days of publication: ${shown}. Correct the column date_published if the first one is wrong.`;
    case "date-near-midnight":
      return `The time of publication is given in UTC, near midnight: ${shown}. It may be another day where it was published. Compare it with the page.`;
    case "from-right":
      return "Text from right to left, whose words and stops may be in the wrong order. Compare every sentence that you cite with the page, or get the document in another form.";
    case "letters-unreadable":
      return "Mostly signs in the place of letters, because the PDF does not say what its letters are. Do not cite these pages: make their text by optical character recognition, or get the document in another form.";
    case "images":
      return `Pictures: ${shown}. What they show is not in the text.`;
    case "images-with-text":
      return `Pictures that may have text: ${shown}. It is not in the text of the document.`;
    case "language-differs":
      return `The document declares one language, and its words are in another: ${shown}. Correct the column language if the declared one is wrong.`;
    case "lines-joined":
      return "A program broke the lines of the text at a width. They were joined to paragraphs: look at headings and lists.";
    case "many-short-lines":
      return `Many short lines: ${shown}. Look for tables, verses and forms.`;
    case "note-unsure":
      return `Notes without a mark, or very long ones, which may be text: ${shown}. Compare them with the page.`;
    case "ocr-layer":
      return "The text was read from pictures by a program. Compare names and numbers with the pages.";
    case "page-damaged":
      return `Pages that could not be read: ${shown}. Their text is missing.`;
    case "page-without-text":
      return `Pages without text: ${shown}. Make a text layer by optical character recognition if they have words.`;
    case "invisible-text":
      return `Text that a reader of the page does not see: ${shown}. Compare it with the page.`;
    case "pdf-restricted":
      return `The PDF opens without a password, but its publisher has forbidden: ${shown}. The text was taken in all the same. Make sure that you may use it.`;
    case "rotated-text":
      return `Text that stands on its side: ${shown}. It is not in the text of the document.`;
    case "unread":
      return `Words that are not in the text: ${shown}. Copy by hand what you need.`;
    case "tables":
      return `Tables: ${shown}. They are in the file of tables and not in the text, so that no sentence has what they say.`;
    default:
      return `${code}: ${shown}`;
  }
}
