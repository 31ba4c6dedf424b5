import { z } from "zod";
import { coderType } from "#schemas/codelists/coders.ts";
import { code, id, knownDay, label, optional, reference, sha256, text } from "#schemas/column.ts";
import { firstYear, foreignLetter, knownScripts } from "#schemas/guards.ts";
import { type RowRule, rowRule } from "#schemas/row-rule.ts";

/** What the rows in raw/coded are called where they are compared with second codings. */
export const PUBLISHED_CODING = "published";

/** A second coding of a source, in raw/second, and who made it. */
export const Coder = z.strictObject({
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document that was coded a second time.",
    example: "ict-2024",
  }),
  coder_id: id({
    title: "Coder",
    description: "Who coded it. The coding is in second/<source_id>/<coder_id>.",
    example: "coder-b",
  }),
  coder_type: code(coderType, {
    title: "Type of coder",
    description: "Whether a person or a program coded it.",
    example: "person",
  }),
  team: label({
    title: "Team",
    description: "Who the coder belongs to. Coders of one team may share its habits and mistakes.",
    example: "jnim-data contributors",
  }),
  had_seen: text({
    title: "Had seen",
    description: "What the coder had seen before and during the coding, in one sentence.",
    example: "The guide and the codebook, but no row of another coding.",
  }),
  date_coded: knownDay({
    title: "Date coded",
    description: "Day on which the coding was finished.",
    example: "2026-11-20",
  }),
  sha256: optional(
    sha256({
      title: "SHA-256",
      description: "Hash of the coding, over the names and bytes of its files. `validate` prints it.",
      example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    }),
  ),
});

const FOREIGN = new RegExp(foreignLetter, "u");

/** The codebook shows these words, and no row of `checked.csv` can confirm them. */
const inKnownScript = (column: "team" | "had_seen"): RowRule =>
  rowRule(Coder.shape, {
    column,
    needs: [column],
    sentence: `${column} is written in ${knownScripts.join(" or ")} letters, like the codebook that shows it.`,
    holds: ({ [column]: words }) => !FOREIGN.test(String(words)),
  });

export const coderRules: readonly RowRule[] = [
  inKnownScript("team"),
  inKnownScript("had_seen"),
  rowRule(Coder.shape, {
    column: "coder_id",
    needs: ["coder_id"],
    sentence: `No coder is called ${PUBLISHED_CODING}, because the rows in coded/ are called so.`,
    holds: ({ coder_id }) => coder_id !== PUBLISHED_CODING,
  }),
  rowRule(Coder.shape, {
    column: "date_coded",
    needs: ["date_coded"],
    sentence: `date_coded is not before ${firstYear.day}: the century is probably wrong.`,
    holds: ({ date_coded }) => date_coded >= String(firstYear.day),
  }),
];
