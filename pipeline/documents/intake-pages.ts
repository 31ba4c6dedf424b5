import { z } from "zod";
import { parseJson } from "#pipeline/core/parse-json.ts";

/** A range of pages, counted from 1. */
const PageRange = z.looseObject({ first: z.int().min(1), last: z.int().min(1) });

const Turn = z.looseObject({ page: z.int().min(1), start: z.int().nonnegative() });

/** The line of a text that a document was taken into, and where pages begin in it. */
const Line = z.looseObject({ sha256: z.string(), page: z.int().min(1).nullable(), turns: z.array(Turn) });

/** What `documents add` has recorded of pages: those that were taken in, or `null` for all, and where each line stands. */
const IntakePages = z.looseObject({ pages: z.array(PageRange).nullable(), blocks: z.array(Line) });

export type TakenLine = z.infer<typeof Line>;
export type IntakePages = z.infer<typeof IntakePages>;

/** The pages in an `ID.intake.json`; `null` if there is none, or if it is from a version that did not record them. */
export function readIntakePages(record: string | null): IntakePages | null {
  const parsed = IntakePages.safeParse(record === null ? undefined : parseJson(record));
  return parsed.success ? parsed.data : null;
}
