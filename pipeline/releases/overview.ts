import type { OutputFile } from "#pipeline/core/record.ts";
import { buildCatalog, type ReleaseEntry } from "./catalog.ts";
import { buildFeed } from "./feed.ts";

/** The files above the releases, newest release first: made of the releases alone, so they can always be made again. */
export const makeOverview = (releases: readonly ReleaseEntry[]): OutputFile[] => [
  buildCatalog(releases),
  buildFeed(releases),
];
