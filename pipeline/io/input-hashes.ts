import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isCodedName, isIndexName, isOutlineName, isTextName } from "#pipeline/core/raw-input.ts";
import { codeOf } from "./durable-write.ts";

interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The project's folder. In the bundle, pipeline/bundle.mjs gives `import.meta.dirname` the same value as here. */
const PROJECT = join(import.meta.dirname, "..", "..");

/**
 * The hash of every file in raw/ that determines what is published: the coded tables, the sentence indexes and the outlines, with
 * paths relative to raw/. It reads synchronously and without packages, so that a run with nothing to do ends quickly.
 */
export function hashInputs(raw: string): HashedFile[] {
  return [
    ...hashFolder(raw, "coded", isCodedName),
    ...hashFolder(raw, "documents", isIndexName),
    ...hashFolder(raw, "outlines", isOutlineName),
  ];
}

/**
 * One hash over everything else that determines it: the code, the schemas and the package versions.
 * A hash of hashes with their paths, as `sha256sum` would list them.
 */
export function hashPipeline(): string {
  const code = ["pipeline", "schemas"].flatMap((folder) => hashTree(folder));
  const lines = [...code, hashFile(PROJECT, "package-lock.json")].map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return sha256(lines.join(""));
}

/**
 * Whether the folder of texts has a text whose hash is not in sources.csv. Texts do not affect what is published, but a
 * text that differs from the coded one must be reported, and only a full run does that.
 */
export function hasUnrecordedText(raw: string, texts: string): boolean {
  const found = hashFolder(texts, "", isTextName);
  if (found.length === 0) return false;
  const [sources] = namesIn(join(raw, "coded")).filter((name) => name === "sources.csv");
  const recorded = sources === undefined ? "" : readFileSync(join(raw, "coded", sources), "latin1");
  return found.some((text) => !recorded.includes(text.sha256));
}

function hashTree(below: string): HashedFile[] {
  const entries = readdirSync(join(PROJECT, below), { withFileTypes: true }).sort(byName);
  return entries.flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return hashTree(path);
    return /\.(ts|mjs)$/u.test(entry.name) ? [hashFile(PROJECT, path)] : [];
  });
}

function hashFolder(folder: string, below: string, isRead: (name: string) => boolean): HashedFile[] {
  const names = namesIn(join(folder, below)).filter(isRead);
  return names.map((file) => hashFile(folder, below === "" ? file : `${below}/${file}`));
}

/** The names of files in a folder; none if the folder is missing, because the step that needs it reports that. */
function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw error;
  }
}

const hashFile = (folder: string, path: string): HashedFile => ({
  path,
  sha256: sha256(readFileSync(join(folder, path))),
});
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
