import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { isTemporaryNameOf, makeFolder, namesIn, temporaryBeside } from "./durable-write.ts";
import { removeTree } from "./remove-tree.ts";

/** In the bundle, pipeline/bundle.mjs gives `import.meta.dirname` the same value as here. */
const BROWSER = join(import.meta.dirname, "..", "site", "browser");

/** The files for the browser of one kind, `style` or `script`, one after the other in the order of their names. */
export function readBrowserFiles(kind: "style" | "script"): string {
  const folder = join(BROWSER, kind);
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

/** A site that is being written beside its place, so that readers see either the old or the new one, each whole. */
export interface SiteFolder {
  readonly write: (path: string, text: string) => void;
  readonly copy: (path: string, from: string) => void;
  /** Puts it into its place. */
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Begins a site that will replace the folder `out`. Throws a UsageError if `out` holds something else than a site, by
 * its file `mark`, because everything in it will be gone. The caller holds the lock of the folder around it.
 *
 * No system replaces one folder by another in one step, so there is no site for a moment. A run that is killed in this
 * moment leaves none, and `mendSite` puts the old one back.
 */
export async function beginSite(out: string, mark: string): Promise<SiteFolder> {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, mark)))
    throw new UsageError(
      `${out} is not empty and has no ${mark}, so it is not a site. Name another folder with --out, or empty this one.`,
    );
  const workspace = temporaryBeside(out);
  const folder = join(workspace, NEW);
  await makeFolder(folder);
  const made = new Set<string>();
  const placeOf = (path: string) => {
    const place = join(folder, path);
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return place;
  };
  return {
    write: (path, text) => writeFileSync(placeOf(path), text, { flag: "wx" }),
    copy: (path, from) => copyFileSync(from, placeOf(path)),
    commit: async () => {
      if (existsSync(out)) await rename(out, join(workspace, OLD));
      await rename(folder, out);
    },
    discard: async () => {
      await settle(workspace, out);
    },
  };
}

/**
 * Puts an old site back that an interrupted run had moved away, and removes what such a run left beside it. Returns what
 * it did, in lines for the user. The caller holds the lock of the folder around it.
 */
export async function mendSite(out: string): Promise<string[]> {
  const around = dirname(out);
  const left = (await namesIn(around)).filter((name) => isTemporaryNameOf(basename(out), name));
  const lines: string[] = [];
  for (const name of left) {
    const isBack = await settle(join(around, name), out);
    lines.push(
      isBack
        ? `${out} was missing, because a run was interrupted while it replaced it. The old site was put back.`
        : `${join(around, name)} of an interrupted run was removed.`,
    );
  }
  return lines;
}

/** The folders of a workspace: the site that is written, and the one that it replaces. */
const [NEW, OLD] = ["new", "old"];

/** Removes a workspace. Returns whether it held the only site, which is then back in its place. */
async function settle(workspace: string, out: string): Promise<boolean> {
  const old = join(workspace, OLD);
  // An empty folder is no site, and `rename` replaces it.
  const isOnlySite = existsSync(old) && (await namesIn(out)).length === 0;
  if (isOnlySite) await rename(old, out);
  await removeTree(workspace);
  return isOnlySite;
}
