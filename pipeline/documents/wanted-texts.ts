import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { RecordedSources } from "#pipeline/documents/recorded-sources.ts";

interface Wanted {
  /** Source ids; none for all texts. */
  readonly asked: readonly string[];
  readonly register: RecordedSources;
  /** Where texts are looked for. */
  readonly folders: readonly string[];
}

/** The requested texts, or all that are available. Throws a UsageError if there are none, or names all that are missing. */
export function wantedTexts(texts: readonly DiskFile[], { asked, register, folders }: Wanted): readonly DiskFile[] {
  const names = texts.map(({ path }) => fileStem(path));
  const missing = asked.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const known = [...new Set([...register.ids, ...names])];
    const faults = missing.map((id) =>
      register.ids.has(id) ? formatNoText(id, folders) : formatUnknownSource(id, known, register),
    );
    throw new UsageError(faults.join(" "));
  }
  if (texts.length === 0) {
    throw new UsageError(
      `There are no texts in ${folders.join(" or ")}. Put them there, or name their folder with --texts or in DOCUMENTS_DIR.`,
    );
  }
  return texts.filter((_, at) => asked.length === 0 || asked.includes(names[at] ?? ""));
}

export const formatNoText = (sourceId: string, folders: readonly string[]) =>
  `There is no text ${sourceId}.txt in ${folders.join(" or ")}.`;

/** Names the source that was most likely meant, or as many of the known ids as a line has room for. */
export function formatUnknownSource(
  asked: string,
  known: readonly string[],
  { path, suggest }: RecordedSources,
): string {
  const nearest = suggest(asked) ?? nearestOf(asked, known);
  const listed = known.length > LISTED ? [...known.slice(0, LISTED), "…"] : known;
  const others = nearest === null && known.length > 0 ? ` The ids are ${listed.join(", ")}.` : didYouMean(nearest);
  return `There is no source "${shorten(asked)}" in ${path}.${others}`;
}

const LISTED = 20;
