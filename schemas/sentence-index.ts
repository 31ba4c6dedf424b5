import { z } from "zod";
import { columnNames, count, integer, label, sha256 } from "#schemas/column.ts";

/**
 * One sentence of a document, in `raw/documents/<source_id>.index.csv`: its position and its hash, never its words. The file
 * has the column `page` only where the page of a sentence is known.
 */
export const SentenceIndexRow = z.strictObject({
  locator: label({
    title: "Locator",
    description: "p12s3: the 3rd sentence of the 12th non-blank line.",
    example: "p12s3",
  }),
  line: count({ title: "Line", description: "Line of the text, counted from 1.", example: 31 }),
  start: count({
    title: "Start",
    description: "UTF-16 offset of the sentence in the text (NFC, LF line ends).",
    example: 4120,
  }),
  end: count({ title: "End", description: "UTF-16 offset just after the sentence.", example: 4300 }),
  words: count({ title: "Words", description: "Number of words in the sentence.", example: 28 }),
  sha256: sha256({
    title: "Hash",
    description: "SHA-256 of the sentence, with white space collapsed and quotes, dashes and ligatures folded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
  text_sha256: sha256({
    title: "Hash of the text",
    description:
      "SHA-256 of the text file that the index was cut from, as in sources.csv. It is the same in every row: rows of coded tables cite the sentences of this text.",
    example: "0b2a1d0d9c3f0c3a4d1d8d0a1f6f6f1f2d5f7c8e9a0b1c2d3e4f5a6b7c8d9e0f",
  }),
  page: integer(
    {
      title: "Page",
      description:
        "Page of the original on which the sentence begins. It is counted from 1 for the first page of the file, whatever number is printed on it, because every program finds a page by this number.",
      example: 7,
    },
    { least: 1 },
  ),
});
export type SentenceIndexRow = z.infer<typeof SentenceIndexRow>;

/** The columns of the file. */
export const indexColumns = ({ hasPages }: { readonly hasPages: boolean }): string[] =>
  columnNames(SentenceIndexRow).filter((name) => hasPages || name !== "page");
