import { UsageError } from "#pipeline/core/usage-error.ts";
import { type IntakeKind, intakeKinds } from "#pipeline/intake/intake-kind.ts";
import { readPages } from "#pipeline/intake/page-ranges.ts";
import type { PageRange } from "#pipeline/intake/taken-in.ts";
import { Source } from "#schemas/coded/sources.ts";

export interface AddOptions {
  readonly file: string;
  readonly id: string;
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly as?: string | undefined;
  readonly pages?: string | undefined;
  readonly date?: string | undefined;
  /** Add the row to sources.csv. With `again`, put the new text in the place of the old one. */
  readonly write: boolean;
  readonly dryRun: boolean;
  readonly again: boolean;
  /** Also fetch from servers on this computer. */
  readonly allowLoopback: boolean;
}

export interface Asked {
  /** A path or an address. */
  readonly place: string;
  readonly id: string;
  readonly as: IntakeKind | null;
  readonly pages: readonly PageRange[] | null;
}

/** The options in their types. Throws a UsageError for one that makes no sense. */
export function readAsked({ file, id, as, pages, write, dryRun }: AddOptions): Asked {
  if (!Source.shape.source_id.safeParse(id).success)
    throw new UsageError(
      `--id "${id}" is not the id of a source. Make it from the publisher and the year, in small letters, digits and hyphens, such as acled-2023.`,
    );
  if (write && dryRun) throw new UsageError("--write and --dry-run exclude each other. Choose one of them.");
  const kind = as === undefined ? null : intakeKinds.find((known) => known === as);
  if (kind === undefined)
    throw new UsageError(`--as "${as}" is not a kind of document. Choose one of ${intakeKinds.join(", ")}.`);
  return { place: file, id, as: kind, pages: pages === undefined ? null : askedPages(pages) };
}

function askedPages(text: string): PageRange[] {
  const ranges = readPages(text);
  if (ranges === null)
    throw new UsageError(`--pages "${text}" is not a range of pages. Write it as 3-18, or as 1,3-18.`);
  return ranges;
}
