import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { makeFolder, temporaryName } from "./durable-write.ts";
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

/** A site that is being written beside its place, so that readers see either the old or the new one. */
export interface SiteFolder {
  readonly write: (path: string, text: string) => void;
  readonly copy: (path: string, from: string) => void;
  /** Puts it into its place. */
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Begins a site that will replace the folder `out`. Throws a UsageError if `out` holds something else than a site, by
 * its file `mark`, because everything in it will be gone.
 */
export async function beginSite(out: string, mark: string): Promise<SiteFolder> {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, mark)))
    throw new UsageError(
      `${out} is not empty and has no ${mark}, so it is not a site. Name another folder with --out, or empty this one.`,
    );
  const beside = (name: string) => join(dirname(out), temporaryName(name));
  const folder = beside(basename(out));
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
      const old = beside(`old-${basename(out)}`);
      if (existsSync(out)) await rename(out, old);
      await rename(folder, out);
      await removeTree(old);
    },
    discard: () => removeTree(folder),
  };
}
