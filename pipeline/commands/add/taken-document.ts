import { formatRefusal } from "#pipeline/intake/format-refusal.ts";
import type { IntakeKind } from "#pipeline/intake/intake-kind.ts";
import { judgeKind } from "#pipeline/intake/judge-kind.ts";
import { takeIn } from "#pipeline/intake/take-in.ts";
import type { PageRange, Refusal, TakenIn } from "#pipeline/intake/taken-in.ts";
import type { Obtained, Refused } from "./obtain-document.ts";

export interface TakenDocument extends Obtained {
  readonly kind: IntakeKind;
  /** The pages that were taken in; `null` for all, and for a document without pages. */
  readonly pages: readonly PageRange[] | null;
  readonly taken: TakenIn;
}

interface TakeInOptions {
  /** The kind that the user says it is. */
  readonly as: IntakeKind | null;
  /** Pages to take in if it is a PDF; `null` for all. */
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
  const wanted = kind === "pdf" ? pages : null;
  const intake = await takeIn(kind, bytes, { pages: wanted, charset });
  return "refusal" in intake ? inWords(intake.refusal) : { ...obtained, kind, pages: wanted, taken: intake.taken };
}
