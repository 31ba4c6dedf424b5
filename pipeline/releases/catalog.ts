import type { OutputFile } from "#pipeline/core/record.ts";
import { dataset } from "#schemas/dataset.ts";

/** What the files above the releases say of a release; all of it is read from the release's own folder. */
export interface ReleaseEntry {
  readonly version: string;
  /** ISO day of its publication. */
  readonly created: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sumsHash: string;
  /** Its CHANGELOG.md. */
  readonly changelog: string;
}

export const releasePath = (version: string) => `releases/${version}`;

const encoder = new TextEncoder();

/** `catalog.json`: all releases, newest first. */
export function buildCatalog(releases: readonly ReleaseEntry[]): OutputFile {
  const catalog = {
    name: dataset.name,
    latest: releases[0]?.version ?? null,
    releases: releases.map(({ version, created, sumsHash }) => ({
      version,
      date: created,
      path: releasePath(version),
      sha256sums: sumsHash,
    })),
  };
  return { path: "catalog.json", bytes: encoder.encode(`${JSON.stringify(catalog, null, 2)}\n`) };
}
