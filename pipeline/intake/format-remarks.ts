import { plural } from "#pipeline/core/plural.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import type { Remark } from "./taken-in.ts";

/** Details that one line names. */
const SHOWN = 8;

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
  const details = [...new Set(alike.map(({ detail }) => detail).filter((detail) => detail !== ""))];
  const shown = details.slice(0, SHOWN).map(shorten).join(", ");
  const more = details.length > SHOWN ? ", …" : "";
  const pages = [...new Set(alike.flatMap(({ page }) => page ?? []))];
  const where =
    pages.length === 0
      ? ""
      : ` (${pages.length === 1 ? "page" : "pages"} ${pages.slice(0, SHOWN).join(", ")}${pages.length > SHOWN ? ", …" : ""})`;
  return `${words(code, { shown: `${shown}${more}`, count: alike.length })}${where}`;
}

/** Other codes are shown as they are, with their details. */
function words(code: string, { shown, count }: { readonly shown: string; readonly count: number }): string {
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
      return `Columns that are not certain: ${shown}. Compare the order of the text with the page.`;
    case "dates-differ":
      return `The page names several days of publication: ${shown}. Correct the column date_published if the first one is wrong.`;
    case "date-near-midnight":
      return `The time of publication is given in UTC, near midnight: ${shown}. It may be another day where it was published. Compare it with the page.`;
    case "hyphen-unsure":
      return `${plural(count, "hyphen")} at the end of a line that may belong to the word or not: ${shown}. Compare these words with the page.`;
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
    case "table-in-pdf":
      return `Tables in the PDF: ${shown}. Their cells are not rows. Copy by hand what you need.`;
    case "unread":
      return `Words that are not in the text: ${shown}. Copy by hand what you need.`;
    case "tables":
      return `Tables: ${shown}. They are in the file of tables and not in the text, so that no sentence has what they say.`;
    default:
      return `${code}: ${shown}`;
  }
}
