import { z } from "zod";
import { parseJson } from "#pipeline/core/parse-json.ts";
import { RecordedOriginal } from "./recorded-original.ts";

/**
 * Whether the document at the address of a source is still the one that was taken in. `gone`: it is not there any more.
 * `unknown`: it is there, but `sources.csv` has no `original_sha256` to compare it with. `refused`: it could not be asked
 * for.
 */
export type UpdateState = "unchanged" | "changed" | "gone" | "unknown" | "refused";

/** What became of the document of one source at its address. */
export interface SourceUpdate {
  readonly source_id: string;
  readonly url: string;
  readonly state: UpdateState;
  /** Why it is gone or refused. */
  readonly reason: { readonly code: string; readonly message: string } | null;
  /** Where redirects ended; `null` if nothing was answered. */
  readonly final_url: string | null;
  readonly http_status: number | null;
  readonly original_sha256: string | null;
  /** That of the document as it is now; `null` if it was not sent. */
  readonly sha256: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly fetched_at: string | null;
  /** Cited sentences that the change would move or remove; `null` if they could not be compared. */
  readonly affected: readonly string[] | null;
}

/** The state of a document that was sent. */
export function compareHashes(original: string | null, now: string): UpdateState {
  if (original === null) return "unknown";
  return original === now ? "unchanged" : "changed";
}

/** What `documents add` has recorded, as far as it is needed here. */
const IntakeRecord = RecordedOriginal.extend({
  fetched: z.looseObject({ etag: z.string().nullable(), last_modified: z.string().nullable() }).nullable(),
});

export interface KeptValidators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const NOTHING: KeptValidators = { etag: null, lastModified: null };

/**
 * The validators of the answer that a document came from, out of its `ID.intake.json`. There are none if the record is of
 * another original than `sources.csv` names: the server would call the wrong document unchanged.
 */
export function keptValidators(record: string | null, original: string | null): KeptValidators {
  const parsed = IntakeRecord.safeParse(record === null ? undefined : parseJson(record));
  if (!parsed.success || parsed.data.original.sha256 !== original) return NOTHING;
  const { fetched } = parsed.data;
  return fetched === null ? NOTHING : { etag: fetched.etag, lastModified: fetched.last_modified };
}
