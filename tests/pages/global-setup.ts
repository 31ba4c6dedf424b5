import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findChromium, installChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The program of the browser; empty if there is none. */
    readonly chromium: string;
    /** Why there is none. */
    readonly whyNot: string;
    /** The folder of the site, made from the releases of the project. */
    readonly site: string;
  }
}

/** Finds or installs the browser, and makes the site once for all tests. */
export function setup({ provide }: TestProject) {
  let [chromium, whyNot] = [findChromium(), ""];
  if (chromium === null) {
    whyNot = installChromium() ?? "";
    chromium = findChromium();
  }
  if (chromium === null)
    console.warn(
      `The tests in a browser are skipped: there is no Chromium, and ${whyNot}. Set CHROMIUM to its program.`,
    );
  const folder = mkdtempSync(join(tmpdir(), "jnim-data-pages-"));
  const site = join(folder, "site");
  execFileSync("npm", ["run", "--silent", "pipeline", "--", "site", "--out", site], { stdio: "inherit" });
  provide("chromium", chromium ?? "");
  provide("whyNot", whyNot);
  provide("site", site);
  return () => rmSync(folder, { recursive: true });
}
