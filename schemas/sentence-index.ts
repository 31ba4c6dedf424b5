import { z } from "zod";
import { label, sha256 } from "#schemas/column.ts";

const count = (title: string, description: string, example: number) =>
  z.int().nonnegative().meta({ title, description, kind: "integer", example });

/** One sentence of a document, in `raw/documents/<source_id>.index.csv`: where it stands and its hash, never its words. */
export const SentenceIndexRow = z.strictObject({
  locator: label({
    title: "Locator",
    description: "p12s3: the 3rd sentence of the 12th non-blank line.",
    example: "p12s3",
  }),
  line: count("Line", "Line of the text, counted from 1.", 31),
  start: count("Start", "UTF-16 offset of the sentence in the text (NFC, LF line ends).", 4120),
  end: count("End", "UTF-16 offset after the sentence.", 4300),
  words: count("Words", "Number of words of the sentence.", 28),
  sha256: sha256({
    title: "Hash",
    description: "SHA-256 of the sentence, white space collapsed and quotes, dashes and ligatures folded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
});
export type SentenceIndexRow = z.infer<typeof SentenceIndexRow>;
