import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { launch, listen, serve } from "./browser.ts";
import { kindsOfPages, otherPages } from "./kinds.ts";

const program = inject("chromium");
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const Findings = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** How the pages are looked at. */
const views = [
  { name: "light", width: 1280, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "narrow", width: 390, colorScheme: "light" },
] as const;

describe.skipIf(program === "")("every kind of page in a browser", () => {
  let browser: Browser;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    browser = await launch(program);
    ({ server, address } = await serve(inject("site")));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  describe.each(views)("$name", ({ width, colorScheme }) => {
    it.each([...kindsOfPages, ...otherPages])(
      "breaks no rule of WCAG 2.2 AA, and its console is clean: %s",
      async (path) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const heard = listen(page);
        const response = await page.goto(`${address}/${path}`);
        expect(response?.status()).toBe(200);
        await page.addScriptTag({ content: axe });
        const found = Findings.parse(await page.evaluate("axe.run().then(({ violations }) => violations)"));
        expect(
          found.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html)
                .slice(0, 3)
                .join(" ")}`,
          ),
        ).toEqual([]);
        expect(heard).toEqual([]);
        await context.close();
      },
    );
  });

  it.each([...kindsOfPages, ...otherPages])("is no wider than a window of 320 pixels: %s", async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${address}/${path}`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await context.close();
  });

  it.each(kindsOfPages)("says what it says without scripts, and without controls that do nothing: %s", async (path) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/${path}`);
    expect(await page.locator("h1").count()).toBe(1);
    const controls = page.locator("button:visible, input:visible, select:visible");
    expect(await controls.count()).toBe(0);
    await context.close();
  });
});
