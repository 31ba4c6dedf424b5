import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { textOf } from "#pipeline/core/text-of.ts";
import { temporaryBeside } from "./durable-write.ts";
import { hashFile } from "./hash-file.ts";
import { readJson } from "./release-on-disk.ts";

type Facts = Omit<ReleaseOnDisk, "changelog">;

interface Verified {
  /** See `fingerprintOf`. */
  readonly fingerprint: string;
  readonly facts: Facts;
}

/** A change here makes older lists useless: then all releases are verified again. */
const FORMAT = 2;

/**
 * The releases that were verified whole, with the fingerprints that their folders had then, the hash of the catalog and
 * the feed that fitted them, and the fingerprint of `latest/` when it was a copy. With a path, the list is kept in a file
 * from run to run.
 *
 * The list only saves work. Whoever can change a release can change the list, so `verify all` does not read it.
 */
export class VerifiedList {
  readonly #path: string | null;
  readonly #dist: string;
  readonly #found = new Map<string, Verified>();
  #overview = "";
  /** The fingerprint of `latest/` and the hash of its SHA256SUMS. */
  #latest = "";
  #isChanged = false;

  constructor(dist: string, path: string | null) {
    this.#path = path;
    this.#dist = resolve(dist);
    const kept = path === null ? undefined : readJson(path);
    if (!isRecord(kept) || kept.format !== FORMAT || kept.dist !== this.#dist || !isRecord(kept.releases)) return;
    this.#overview = textOf(kept.overview);
    this.#latest = textOf(kept.latest);
    for (const [version, verified] of Object.entries(kept.releases))
      if (isVerified(verified)) this.#found.set(version, verified);
  }

  /** What was found in a folder with this fingerprint; `null` if it is not known. */
  factsOf(version: string, fingerprint: string): Facts | null {
    const verified = this.#found.get(version);
    return verified?.fingerprint === fingerprint ? verified.facts : null;
  }

  add(fingerprint: string, { changelog: _, ...facts }: ReleaseOnDisk): void {
    this.#found.set(facts.version, { fingerprint, facts });
    this.#isChanged = true;
  }

  /** Whether a `latest/` with this fingerprint was found to be a copy of the release with this SHA256SUMS. */
  isLatestKept(fingerprint: string, sumsHash: string): boolean {
    return this.#latest === `${fingerprint} ${sumsHash}`;
  }

  addLatest(fingerprint: string, sumsHash: string): void {
    this.#latest = `${fingerprint} ${sumsHash}`;
    this.#isChanged = true;
  }

  /** Whether catalog.json and feed.xml are those that were kept with just these releases. */
  isOverviewKept(releases: readonly ReleaseOnDisk[]): boolean {
    return this.#overview !== "" && this.#overview === hashOverview(this.#dist, releases);
  }

  /** Keeps what is known of these releases, whose catalog and feed are in order now. A read-only folder is no error. */
  save(releases: readonly ReleaseOnDisk[]): void {
    const overview = hashOverview(this.#dist, releases);
    if (this.#overview === overview && !this.#isChanged) return;
    this.#overview = overview;
    this.#isChanged = false;
    if (this.#path === null) return;
    const kept = Object.fromEntries(
      [...this.#found].filter(([version]) => releases.some((r) => r.version === version)),
    );
    const list = { format: FORMAT, dist: this.#dist, overview, latest: this.#latest, releases: kept };
    const text = `${JSON.stringify(list, null, 1)}\n`;
    const temporary = temporaryBeside(this.#path);
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(temporary, text);
      renameSync(temporary, this.#path);
    } catch {
      // The next run verifies all releases again.
    }
  }
}

/** One hash over the catalog, the feed and the facts of the releases that they list. */
function hashOverview(dist: string, releases: readonly ReleaseOnDisk[]): string {
  const files = ["catalog.json", "feed.xml"].map((name) => hashFile(join(dist, name)));
  const facts = releases.map(({ changelog: _, ...rest }) => rest);
  return createHash("sha256")
    .update(JSON.stringify([files, facts]))
    .digest("hex");
}

function isVerified(value: unknown): value is Verified {
  if (!isRecord(value) || typeof value.fingerprint !== "string" || !isRecord(value.facts)) return false;
  const { version, created, sumsHash } = value.facts;
  return [version, created, sumsHash].every((fact) => typeof fact === "string");
}
