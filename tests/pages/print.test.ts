import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launch, serve } from "./browser.ts";
import { kindsOfPages } from "./kinds.ts";

const program = inject("chromium");

/** The width of A4 without its margins of 15 mm, in pixels of CSS: upright, and on its side. */
const PAPER = { upright: 680, wide: 1009 };

const HIDDEN_FOLDS =
  "[...document.querySelectorAll('details:not(form *) > :not(summary)')].filter((part) => !part.checkVisibility())";
const HEADS = "[...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display)";

describe.skipIf(program === "")("pages on paper", () => {
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

  describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
    it.each(kindsOfPages)("show everything and nothing to click, and cut nothing off: %s", async (path) => {
      const context = await browser.newContext({ javaScriptEnabled, colorScheme: "dark" });
      const page = await context.newPage();
      await page.goto(`${address}/${path}`);
      await page.emulateMedia({ media: "print" });
      const isWide = (await page.locator("main.wide").count()) > 0;
      const width = isWide ? PAPER.wide : PAPER.upright;
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await page.locator("nav:visible, button:visible, input:visible, select:visible").count()).toBe(0);
      expect(await page.evaluate(`${HIDDEN_FOLDS}.length`)).toBe(0);
      expect(await page.evaluate(`${HEADS}.filter((display) => display !== "table-header-group")`)).toEqual([]);
      await context.close();
    });
  });

  it("hold in a PDF what is folded on the screen", async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/releases.html`);
    expect(await page.evaluate(`${HIDDEN_FOLDS}.length`)).toBeGreaterThan(0);
    const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    const whole = pagesOf(await page.pdf({ format: "A4" }));
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.remove()");
    expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThan(whole);
    await page.close();
  });
});
