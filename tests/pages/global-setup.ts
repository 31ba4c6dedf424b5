import type { TestProject } from "vitest/node";
import { findOrInstallChromium } from "./chromium.ts";
import { makeSite } from "./made-site.ts";

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
  const { program, whyNot } = findOrInstallChromium();
  if (program === null)
    console.warn(
      `The tests in a browser are skipped: there is no Chromium, and ${whyNot}. Set CHROMIUM to its program.`,
    );
  const site = makeSite();
  provide("chromium", program ?? "");
  provide("whyNot", whyNot);
  provide("site", site.folder);
  return site.remove;
}
