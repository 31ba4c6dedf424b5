import type { NamedEdition } from "#pipeline/events/import/edition-name.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import type { ReadingContext } from "./read-rows.ts";

/** An import into staged/, whose lock is held. */
export interface Import extends ReadingContext {
  /** The edition, as far as it is known before the events are. */
  readonly named: NamedEdition | null;
  readonly reading_sha256: string;
  readonly assertHeld: AssertHeld;
  /** A temporary folder. */
  readonly folder: string;
}
