import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes the site from the releases of the project, in a temporary folder. */
export function makeSite(): { readonly folder: string; readonly remove: () => void } {
  const around = mkdtempSync(join(tmpdir(), "jnim-data-pages-"));
  const folder = join(around, "site");
  execFileSync("npm", ["run", "--silent", "pipeline", "--", "site", "--out", folder], { stdio: "inherit" });
  return { folder, remove: () => rmSync(around, { recursive: true }) };
}
