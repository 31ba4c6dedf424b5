import type { IssueOf } from "#pipeline/core/issue.ts";
import { describeEncoding, describeKind } from "./describe-file.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { TextFault } from "./documents-issue.ts";

/** What is wrong and how to fix it. Long values and lists are cut already. */
export function formatDocumentsIssue(issue: IssueOf<"documents">): string {
  switch (issue.code) {
    case "documents/not-utf8":
      return `${describeEncoding(issue.encoding, "text")} ${issue.encoding === "mixed" ? "Extract the text from the document again." : "Convert it to UTF-8."}`;
    case "documents/other-kind":
      return `The file is ${describeKind(issue.kind)}, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.`;
    case "documents/cut-off":
      return "The text ends in the middle of a letter, so its end is missing. Copy it again.";
    case "documents/empty-text":
      return "The text contains no sentence. Replace it with the document's full text.";
    case "documents/nul-bytes":
      return "The text contains NUL bytes, so it is damaged or not a text file. Extract the text from the document again.";
    case "documents/page-furniture":
      return `The same line occurs ${issue.times} times (lines ${issue.lines.join(", ")}), so it may be a page header or footer. If it is one, remove it before you code the text, or list its sentences in passed_over.csv.`;
    case "documents/unclean-text":
      return formatUnclean(issue.fault, issue.lines);
    case "documents/unknown-source":
      return `The source "${issue.sourceId}" is not in sources.csv.${didYouMean(issue.nearest)} Rename the text, or add the source.`;
    case "documents/other-hash":
      return `This is not the hash of the text of ${issue.sourceId}, although the sentences are those of its index. Write ${issue.sha256}. Then renew the hash in the index. Run: npm run pipeline -- documents index ${issue.sourceId}`;
    case "documents/not-in-sentence":
      return `${issue.sourceId} does not print "${issue.value}" in ${issue.evidence}. Write it as the sentence does, or cite the sentence that prints it.`;
    case "documents/copied-words":
      return `Words ${issue.first} to ${issue.last} of the cell are copied from ${issue.sourceId}, ${issue.locator}. Say it in your own words: fewer than ten in a row may be the same.`;
    case "documents/gone":
      return `Sentence ${issue.locator} of ${issue.sourceId} is no longer in the text. ${formatCiting(issue)}`;
    default:
      return issue satisfies never;
  }
}

function formatCiting({ citedBy, sealedBy }: Extract<IssueOf<"documents">, { code: "documents/gone" }>): string {
  const again = citedBy.length === 0 ? [] : [`Code the rows that cite it again: ${citedBy.join(", ")}.`];
  const sealed = `documents verify --relocate takes it out of sealed second codings: ${sealedBy.join(", ")}.`;
  const words = [...again, ...(sealedBy.length === 0 ? [] : [sealed])];
  return words.length === 0 ? "No row cites it, so there is nothing to correct." : words.join(" ");
}

function formatUnclean(fault: TextFault, lines: readonly number[]): string {
  const where = `(line ${lines.join(", ")})`;
  const before = "before you code the text, because locators count lines and sentences";
  switch (fault) {
    case "hard-wrapped":
      return `The text looks hard-wrapped: its lines end in the middle of sentences ${where}. Join the lines of each paragraph ${before}.`;
    case "broken-sentence":
      return `A sentence seems to be spread over several lines ${where}, as at a page break. Join its lines ${before}.`;
    case "soft-hyphens":
      return `The text has soft hyphens, which do not show ${where}. Delete them (U+00AD), and join words that were divided at the end of a line.`;
    case "html-tags":
      return `The text has tags of a web page ${where}. Copy the text as the browser shows it, or delete the tags.`;
    case "html-entities":
      return `The text has characters as web pages write them, such as &eacute; or &nbsp; ${where}. Copy the text as the browser shows it, or write the characters themselves.`;
    case "misread-letters":
      return `The text has letters that were read in the wrong encoding, such as Ã© for é ${where}. Open the original as UTF-8, and copy it again.`;
    case "page-numbers":
      return `The text has page numbers on lines of their own ${where}. Delete them ${before}, and join sentences that they divide.`;
    default:
      return fault satisfies never;
  }
}
