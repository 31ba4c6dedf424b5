import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { isEditionFile } from "#pipeline/core/edition-files.ts";

/** Everything in a folder: a line per file with its hash, per link with its target. */
export function listTree(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1);
      if (entry.isSymbolicLink()) return `${name} → ${readlinkSync(path)}`;
      return entry.isDirectory()
        ? `${name}/`
        : `${name} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
    })
    .sort();
}

/**
 * What is wrong with the release that a reader of `latest` sees, by its own sums; `null` if it is whole, or if there is
 * none. Editions may be absent if it is that of a clone.
 */
export function faultOfLatest(dist: string, isOfClone = false): string | null {
  const latest = join(dist, "latest");
  if (!existsSync(latest)) return readdirOrNone(dist).includes("latest") ? "latest leads nowhere" : null;
  if (!existsSync(join(latest, "SHA256SUMS"))) return "it has no SHA256SUMS";
  const sums = readFileSync(join(latest, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  const listed = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
  const present = listTree(latest).filter((line) => !line.endsWith("/") && !line.startsWith("SHA256SUMS "));
  const wrong = present.filter((line) => listed.get(line.slice(0, -65)) !== line.slice(-64));
  if (wrong.length > 0) return `not as the sums say: ${wrong.join(", ")}`;
  const found = new Set(present.map((line) => line.slice(0, -65)));
  const missing = [...listed.keys()].filter((path) => !found.has(path) && !(isOfClone && isEditionFile(path)));
  return missing.length === 0 ? null : `${missing.join(", ")} is missing`;
}

const readdirOrNone = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
