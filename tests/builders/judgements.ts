import type { Judgements } from "#pipeline/publish/plan/reasons.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

/** What people wrote down about changes; nothing unless given. */
export const someJudgements = ({
  decisions = [],
  corrections = [],
}: {
  readonly decisions?: readonly CodedRow<"decisions">[];
  readonly corrections?: readonly CodedRow<"corrections">[];
} = {}): Judgements => ({
  decisions,
  corrections: {
    path: "raw/coded/corrections.csv",
    rows: corrections.map((values, position) => ({ line: position + 2, values })),
  },
});
