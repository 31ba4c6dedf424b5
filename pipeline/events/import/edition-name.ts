import { fileName } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { EventProfile } from "#schemas/events/profile.ts";

/** The name of an edition, and where it comes from. */
export interface NamedEdition {
  readonly edition: string;
  readonly from: "option" | "file name" | "last day";
}

/** It becomes the name of a folder, on every system; Windows has names of its own for devices. */
const SAFE = /^(?=.{1,40}$)[0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z])?$/u;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Takes `--edition`. Throws a UsageError if it cannot be the name of a folder. */
export function givenEdition(edition: string): NamedEdition {
  if (SAFE.test(edition) && !DEVICE.test(edition)) return { edition, from: "option" };
  throw new UsageError(
    "--edition takes at most 40 letters, digits, dots, hyphens and underscores, such as 23.1, and begins and ends with a letter or digit; names such as con and nul are taken on Windows.",
  );
}

/**
 * The edition that the names of the files tell; `null` if they tell none. Throws a UsageError if they tell several:
 * these files are not one edition.
 */
export function editionOfNames(paths: readonly string[], profile: EventProfile): NamedEdition | null {
  const named = [...new Set(paths.map((path) => editionOfName(fileName(path.replaceAll("\\", "/")), profile)))];
  const found = named.filter((edition) => edition !== null);
  if (found.length > 1)
    throw new UsageError(
      `The files are of different editions: ${found.join(", ")}. Import each by itself, or name the edition with --edition.`,
    );
  const [edition] = found;
  return edition === undefined ? null : { edition, from: "file name" };
}

function editionOfName(name: string, { edition_in_name }: EventProfile): string | null {
  if (edition_in_name === "day") return name.match(/(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/gu)?.at(-1) ?? null;
  return edition_in_name === "version" ? versionOf(name) : null;
}

/** `ged231.csv` → 23.1; `GEDEvent_v24_01_24_03.csv` → 24.01.24.03; `ucdp-ged-23.1-sample.csv` → 23.1. */
function versionOf(name: string): string | null {
  const [, year, number] = /ged[_-]?(\d{2})(\d)(?!\d)/iu.exec(name) ?? [];
  if (year !== undefined) return `${year}.${number}`;
  const parts = /(?<![\d.])\d{1,2}(?:[._]\d{1,2}){1,3}(?![\d.]*\d)/u.exec(name)?.[0];
  return parts?.replaceAll("_", ".") ?? null;
}
