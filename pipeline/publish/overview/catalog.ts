import { jsonText } from "#pipeline/core/json-text.ts";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { dataset } from "#schemas/dataset.ts";

export const releasePath = (version: string) => `releases/${version}`;

const encoder = new TextEncoder();

/** `catalog.json`: all releases, newest first, withdrawn ones included; `latest` is the newest that can be read. */
export function buildCatalog(releases: readonly ReleaseOnDisk[]): OutputFile {
  const catalog = {
    name: dataset.name,
    latest: releases.find(({ withdrawn }) => withdrawn === null)?.version ?? null,
    releases: releases.map(({ version, created, sumsHash, withdrawn }) => ({
      version,
      date: created,
      path: releasePath(version),
      sha256sums: sumsHash,
      ...(withdrawn === null ? {} : { withdrawn: { date: withdrawn.date, reason: withdrawn.reason } }),
    })),
  };
  return { path: "catalog.json", bytes: encoder.encode(`${jsonText(catalog, 2)}\n`) };
}
