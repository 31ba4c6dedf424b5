import { basename } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { type IntakeKind, intakeKind } from "#pipeline/intake/intake-kind.ts";
import { judgeKind } from "#pipeline/intake/judge-kind.ts";
import { takeIn } from "#pipeline/intake/take-in.ts";
import type { Refusal, TakenIn } from "#pipeline/intake/taken-in.ts";
import type { Asked } from "./add-options.ts";
import { obtainFile } from "./obtain-file.ts";

export interface TakenDocument {
  readonly bytes: Uint8Array;
  readonly kind: IntakeKind;
  /** Name of the file. */
  readonly name: string;
  readonly taken: TakenIn;
}

export async function takeInFile({ path, as, pages }: Asked): Promise<TakenDocument | Refusal> {
  const bytes = obtainFile(path);
  if ("code" in bytes) return bytes;
  const name = basename(path);
  const judged = judgeKind(bytes, { name, as });
  if ("code" in judged) return judged;
  const { kind } = judged;
  if (pages !== null && kind !== "pdf")
    throw new UsageError(`--pages counts the pages of a PDF, and ${path} is ${intakeKind[kind].words}. Leave it out.`);
  const intake = await takeIn(kind, bytes, { pages, charset: null });
  return "refusal" in intake ? intake.refusal : { bytes, kind, name, taken: intake.taken };
}
