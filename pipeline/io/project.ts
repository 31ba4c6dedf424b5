import { realpathSync } from "node:fs";
import { join } from "node:path";

/** The project's folder. In the bundle, pipeline/bundle.mjs gives `import.meta.dirname` the same value as here. */
export const PROJECT = join(import.meta.dirname, "..", "..");

/** Whether a folder is the project's own dist/. */
export function isOwnDist(dist: string): boolean {
  try {
    return realpathSync(dist) === realpathSync(join(PROJECT, "dist"));
  } catch {
    return false;
  }
}
