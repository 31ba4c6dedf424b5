import { z } from "zod";
import { disagreementKind } from "#schemas/codelists/disagreements.ts";
import { code, id, optional, text } from "#schemas/column.ts";
import { type RowRule, rowRule } from "#schemas/row-rule.ts";

/** A question to which the sources, or two places of one source, give different answers. */
export const Disagreement = z.strictObject({
  disagreement_id: id({ title: "Disagreement", description: "The disagreement's id.", example: "dis-001" }),
  question: text({
    title: "Question",
    description: "What the sources disagree on, as one neutral question.",
    example: "How many fighters did the group have?",
  }),
  kind: code(disagreementKind, {
    title: "Kind of disagreement",
    description: "How the positions differ.",
    example: "differs_in_time",
  }),
  note: optional(
    text({
      title: "Note",
      description: "What exactly differs, and what a reader should know about it.",
      example: "The earlier figure is for one country, the later one for the whole region.",
    }),
  ),
});

export const disagreementRules: readonly RowRule[] = [
  rowRule(Disagreement.shape, {
    column: "disagreement_id",
    needs: ["disagreement_id"],
    sentence: "disagreement_id begins with dis- and a digit.",
    holds: ({ disagreement_id }) => isCodersDisagreement(disagreement_id),
  }),
];

/** Whether a coder gave the id, such as `dis-014`. Ids such as `dis-exp-014-date` are derived: a record's id begins with a letter. */
export const isCodersDisagreement = (id: string) => /^dis-\d/u.test(id);
