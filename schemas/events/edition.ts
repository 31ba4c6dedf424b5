import { z } from "zod";
import { EventProfile } from "./profile.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** `edition.json` beside the Parquet files of one imported edition: where its events come from, and what they are. */
export const ImportedEdition = z.strictObject({
  event_source: z.string().min(1),
  event_edition: z.string().min(1),
  /** Of the file; if there are several, of the sorted list of their hashes, one a line. */
  sha256: Sha256,
  files: z.array(
    z.strictObject({
      name: z.string(),
      sha256: Sha256,
      bytes: z.int(),
      n_rows: z.int(),
      n_events: z.int(),
      n_unread: z.int(),
    }),
  ),
  first_day: IsoDay,
  last_day: IsoDay,
  /** Years of date_start: there is a Parquet file for each. */
  years: z.array(z.int()),
  /** What the source is, as its profile says. */
  profile: EventProfile.pick({
    title: true,
    publisher: true,
    citation: true,
    licence: true,
    url: true,
    may_publish: true,
    inclusion_rule: true,
    editions: true,
    superseded_by: true,
    event_types: true,
  }),
  /** Hash of everything but the files that the events depend on: profile, columns and list of first-level units. */
  reading_sha256: Sha256,
});

export type ImportedEdition = z.infer<typeof ImportedEdition>;
