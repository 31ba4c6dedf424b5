import { z } from "zod";
import type { Redirect } from "#pipeline/core/fetch-record.ts";
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
  /** Where it has moved for good; `null` if it has not, or only for now. */
  readonly moved_to: string | null;
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

/** Redirects that say that an address is out of use (RFC 9110, sections 15.4.2 and 15.4.9). */
const PERMANENT: readonly number[] = [301, 308];

/** The address that permanent redirects lead to. What a temporary one leads to is not the address of the document. */
export function permanentAddress(redirects: readonly Redirect[]): string | null {
  const temporary = redirects.findIndex(({ status }) => !PERMANENT.includes(status));
  return redirects.slice(0, temporary === -1 ? redirects.length : temporary).at(-1)?.to ?? null;
}

/** What `documents add` has recorded, as far as it is needed here. */
const IntakeRecord = RecordedOriginal.extend({
  fetched: z
    .looseObject({ final_url: z.string(), etag: z.string().nullable(), last_modified: z.string().nullable() })
    .nullable(),
});

export interface KeptValidators {
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * The validators of the answer that a document came from, and its address, out of its `ID.intake.json`. There are none
 * (`null`) if the record is of another original than `sources.csv` names: the server would call the wrong document
 * unchanged.
 */
export function keptValidators(record: string | null, original: string | null): KeptValidators | null {
  const parsed = IntakeRecord.safeParse(record === null ? undefined : parseJson(record));
  if (!parsed.success || parsed.data.original.sha256 !== original) return null;
  const { fetched } = parsed.data;
  return fetched && { address: fetched.final_url, etag: fetched.etag, lastModified: fetched.last_modified };
}
