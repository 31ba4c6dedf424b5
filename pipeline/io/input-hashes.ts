import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type DiskFile, fileName, type RawInput } from "#pipeline/core/raw-input.ts";

interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The project's folder. In the bundle, pipeline/bundle.mjs gives `import.meta.dirname` the same value as here. */
const PROJECT = join(import.meta.dirname, "..", "..");

/**
 * The hash of every file in raw/ that determines what is published: the coded tables, the second codings, the sentence
 * indexes and the outlines, with paths relative to raw/. These are the bytes that the steps parse, so a release never names the hash of
 * other rows.
 */
export const hashInputs = ({ coded, second, indexes, outlines }: RawInput): HashedFile[] => [
  ...coded.map((file) => hashOf(file, "coded")),
  ...second.flatMap(({ sourceId, coderId, files }) =>
    files.map((file) => hashOf(file, `second/${sourceId}/${coderId}`)),
  ),
  ...indexes.map((file) => hashOf(file, "documents")),
  ...outlines.map((file) => hashOf(file, "outlines")),
];

/** Code that no release depends on: a corrected page needs no full run the night after. */
const PAGES = "pipeline/site";

/**
 * One hash over everything else that determines it: the code, the schemas and the package versions.
 * A hash of hashes with their paths, as `sha256sum` would list them.
 */
export function hashPipeline(): string {
  const code = ["pipeline", "schemas"].flatMap((folder) => hashTree(folder));
  const lines = [...code, hashOfCode(PROJECT, "package-lock.json")].map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return sha256Hex(lines.join(""));
}

/**
 * Whether there is a text whose hash is not in sources.csv. Texts do not affect what is published, but a text that
 * differs from the coded one must be reported, and only a full run does that.
 */
export function hasUnrecordedText({ coded, texts }: RawInput): boolean {
  if (texts.length === 0) return false;
  const sources = coded.find(({ path }) => fileName(path) === "sources.csv");
  const recorded = sources === undefined ? "" : Buffer.from(sources.bytes).toString("latin1");
  return texts.some(({ bytes }) => !recorded.includes(sha256Hex(bytes)));
}

function hashTree(below: string): HashedFile[] {
  const entries = readdirSync(join(PROJECT, below), { withFileTypes: true }).sort(byName);
  return entries.flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return path === PAGES ? [] : hashTree(path);
    return /\.(ts|mjs)$/u.test(entry.name) ? [hashOfCode(PROJECT, path)] : [];
  });
}

const hashOf = ({ path, bytes }: DiskFile, folder: string): HashedFile => ({
  path: `${folder}/${fileName(path)}`,
  sha256: sha256Hex(bytes),
});

const hashOfCode = (folder: string, path: string): HashedFile => ({
  path,
  sha256: sha256Hex(readFileSync(join(folder, path))),
});
const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
