import { UsageError } from "#pipeline/core/usage-error.ts";
import { formatRefusal } from "#pipeline/intake/format-refusal.ts";
import { type IntakeKind, intakeKind } from "#pipeline/intake/intake-kind.ts";
import { judgeKind } from "#pipeline/intake/judge-kind.ts";
import { takeIn } from "#pipeline/intake/take-in.ts";
import type { PageRange, Refusal, TakenIn } from "#pipeline/intake/taken-in.ts";
import type { Obtained, Refused } from "./obtain-document.ts";

export interface TakenDocument extends Obtained {
  readonly kind: IntakeKind;
  readonly taken: TakenIn;
}

interface TakeInOptions {
  /** The kind that the user says it is. */
  readonly as: IntakeKind | null;
  readonly pages: readonly PageRange[] | null;
}

export const inWords = (refusal: Refusal): Refused => ({ code: refusal.code, message: formatRefusal(refusal) });

/** Takes in what was obtained, as the kind that its bytes are. */
export async function takeInDocument(
  obtained: Obtained,
  { as, pages }: TakeInOptions,
): Promise<TakenDocument | Refused> {
  const { bytes, name, charset } = obtained;
  const judged = judgeKind(bytes, { name, as });
  if ("code" in judged) return inWords(judged);
  const { kind } = judged;
  if (pages !== null && kind !== "pdf")
    throw new UsageError(`--pages counts the pages of a PDF, and ${name} is ${intakeKind[kind].words}. Leave it out.`);
  const intake = await takeIn(kind, bytes, { pages, charset });
  return "refusal" in intake ? inWords(intake.refusal) : { ...obtained, kind, taken: intake.taken };
}
