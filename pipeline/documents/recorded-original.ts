import { z } from "zod";
import { parseJson } from "#pipeline/core/parse-json.ts";

/** What `ID.intake.json` says of the file that a text was made from, as far as other steps need it. */
export const RecordedOriginal = z.looseObject({ original: z.looseObject({ sha256: z.string() }) });

/** The hash of the original; `null` if the record cannot be read. */
export function originalOf(record: string): string | null {
  const parsed = RecordedOriginal.safeParse(parseJson(record));
  return parsed.success ? parsed.data.original.sha256 : null;
}
