import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { buildCatalog } from "./catalog.ts";
import { buildFeed } from "./feed.ts";

/** The files above the releases, newest release first. They depend only on the releases, so they can always be rebuilt. */
export const makeOverview = (releases: readonly ReleaseOnDisk[]): OutputFile[] => [
  buildCatalog(releases),
  buildFeed(releases),
];
