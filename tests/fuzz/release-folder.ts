import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { inspectStore } from "#pipeline/publish/repair.ts";
import { findUpToDate } from "#pipeline/publish/up-to-date.ts";
import type { Files } from "#tests/builders/memory-store.ts";
import { type Base, NO_INPUTS } from "./bases.ts";

/** A folder with one release and what lies above it, whose files can be exchanged. */
export interface ReleaseFolder {
  /** By their paths in the folder. */
  readonly files: Files;
  /** Writes a file, or removes it. */
  readonly put: (path: string, bytes: Uint8Array | null) => void;
  /** The number of differences from what was published that are reported. */
  readonly check: () => Promise<{ readonly issues: number; readonly findings: number }>;
  readonly remove: () => void;
}

export const RELEASE = "releases/1.0.0";

export async function releaseFolder({ files: ofRelease, store: published }: Base): Promise<ReleaseFolder> {
  const dist = mkdtempSync(join(tmpdir(), "jnim-fuzz-"));
  const files = new Map([
    ...published.overview,
    ...[...ofRelease].map(([path, bytes]): [string, Uint8Array] => [`${RELEASE}/${path}`, bytes]),
  ]);
  const put = (path: string, bytes: Uint8Array | null) => {
    if (bytes === null) return rmSync(join(dist, path), { recursive: true, force: true });
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), bytes);
  };
  for (const [path, bytes] of files) put(path, bytes);
  const store = releaseStore(dist);
  await store.replaceLatest("1.0.0");
  return {
    files,
    put,
    check: async () => {
      await findUpToDate(store, NO_INPUTS);
      const check = await store.check();
      // As publishing does: nothing is repaired above a release that was altered.
      const findings = check.issues.length > 0 ? [] : await inspectStore(store, check);
      return { issues: check.issues.length, findings: findings.length };
    },
    remove: () => rmSync(dist, { recursive: true, force: true }),
  };
}
