import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launch, serve } from "./browser.ts";
import { findOrInstallChromium } from "./chromium.ts";
import { makeSite } from "./made-site.ts";

/**
 * Makes pictures of eight pages at three widths in both schemes, for people to look at: `npm run screenshots [FOLDER]`.
 * No test compares them.
 */
const PAGES = [
  "index.html",
  "map.html",
  "timeline.html",
  "warfare.html",
  "actor/jnim.html",
  "source/acled-2023.html",
  "table/expansion_timeline.html",
  "r/exp-013.html",
] as const;
const WIDTHS = [320, 768, 1280] as const;
const SCHEMES = ["light", "dark"] as const;

/** A longer page is cut off, so that its picture can still be looked at. */
const HIGHEST = 4000;

const { positionals } = parseArgs({ allowPositionals: true });
const folder = resolve(positionals[0] ?? ".scratch/screenshots");

process.exitCode = await main();

async function main(): Promise<number> {
  const { program, whyNot } = findOrInstallChromium();
  if (program === null) {
    console.error(`There is no Chromium, and ${whyNot}. Set CHROMIUM to its program.`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  const site = makeSite();
  const { server, address } = await serve(site.folder);
  const browser = await launch(program);
  try {
    for (const width of WIDTHS)
      for (const colorScheme of SCHEMES) await takeAll(browser, { address, width, colorScheme });
  } finally {
    await browser.close();
    server.close();
    site.remove();
  }
  console.log(`${PAGES.length * WIDTHS.length * SCHEMES.length} pictures are in ${folder}.`);
  return 0;
}

interface Look {
  readonly address: string;
  readonly width: number;
  readonly colorScheme: (typeof SCHEMES)[number];
}

async function takeAll(browser: Browser, { address, width, colorScheme }: Look): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  for (const path of PAGES) {
    await page.goto(`${address}/${path}`);
    const height = Math.min(HIGHEST, Number(await page.evaluate("document.documentElement.scrollHeight")));
    const name = `${path.replace(/\.html$/u, "").replaceAll("/", "-")}-${width}-${colorScheme}.png`;
    await page.screenshot({ path: join(folder, name), fullPage: true, clip: { x: 0, y: 0, width, height } });
  }
  await page.close();
}
