import { z } from "zod";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { FileFacts, ReleaseReader } from "#pipeline/core/release-store.ts";

const Manifest = z.looseObject({
  corrections: z.array(z.string()).default([]),
  outputs: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  /** Missing from 1.0.0, whose editions all have format number 1. */
  editions: z.record(z.string(), z.number()).default({}),
});

/** What a release's manifest.json says about its files. */
export interface ReleaseFiles {
  /** The keys of the rows of corrections.csv from which it was made. */
  readonly correctionKeys: ReadonlySet<string>;
  readonly outputs: readonly FileFacts[];
  /** The format number of an edition. */
  readonly formatOf: (edition: string) => number;
}

export function readManifest(release: ReleaseReader): ReleaseFiles {
  const { corrections, outputs, editions } = Manifest.parse(JSON.parse(release.text("manifest.json")));
  return { correctionKeys: new Set(corrections), outputs, formatOf: (edition) => editions[edition] ?? 1 };
}

/** Paths of the described files that are missing from the release or have other content there. */
export const changedWords = (release: ReleaseReader, described: readonly OutputFile[]): string[] =>
  described
    .filter(({ path, bytes }) => !release.has(path) || !isSame(release.chunks(path), bytes))
    .map(({ path }) => path)
    .sort();

function isSame(chunks: Iterable<Uint8Array>, bytes: Uint8Array): boolean {
  let at = 0;
  for (const chunk of chunks) {
    if (!Buffer.from(bytes.subarray(at, at + chunk.length)).equals(chunk)) return false;
    at += chunk.length;
  }
  return at === bytes.length;
}
