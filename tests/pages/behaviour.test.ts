import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { launch, listen, serve } from "./browser.ts";

const program = inject("chromium");
const site = inject("site");

const Rows = z.array(z.record(z.string(), z.string()));
const readRows = (csv: string) => Rows.parse(parse(csv, { columns: true }));

/** The lines of a file of which a page may show the rows in another order. */
const rowsInOrder = (csv: string) => csv.split("\n").sort();

/** The newest release in the site. */
const version = () =>
  z.object({ releases: z.array(z.string()) }).parse(JSON.parse(readFileSync(join(site, "site.json"), "utf8")))
    .releases[0] ?? "";
const rowsOf = (table: string) => readRows(readFileSync(join(site, version(), `data/${table}.csv`), "utf8"));

describe.skipIf(program === "")("what the pages do in a browser", () => {
  let browser: Browser;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    browser = await launch(program);
    ({ server, address } = await serve(site));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${address}/${path}`);
    return page;
  };
  const download = async (page: Page) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };

  it("shows all rows of a table, and the file of a whole table is the one that was published", async () => {
    const page = await open("table/expansion_timeline.html");
    await page.click("details summary");
    await page.click("#all-columns");
    const { text } = await download(page);
    expect(text).toBe(readFileSync(join(site, version(), "data/expansion_timeline.csv"), "utf8"));
    await page.close();
  });

  it("gives the cells of the file where a row says whose words it has, and always shows who", async () => {
    const page = await open("table/actor_relations.html#columns=description");
    expect(await page.locator("#rows tbody th .said:visible").count()).toBeGreaterThan(0);
    await page.click("details summary");
    await page.click("#all-columns");
    const { text } = await download(page);
    expect(rowsInOrder(text)).toEqual(
      rowsInOrder(readFileSync(join(site, version(), "data/actor_relations.csv"), "utf8")),
    );
    await page.close();
  });

  it("downloads exactly the rows and columns that are shown, in their order", async () => {
    const page = await open("table/expansion_timeline.html");
    await page.fill("#words", "MALI");
    await page.selectOption('[data-filters="step_type"]', "extension");
    await page.click('th[data-name="record_id"] button');
    await page.click('th[data-name="record_id"] button');
    const { name, text } = await download(page);
    const rows = readRows(text);
    const shown = await page.locator("#rows tbody tr:visible th").allTextContents();
    expect(rows.map((row) => row.record_id)).toEqual(shown);
    expect(rows.length).toBeGreaterThan(1);
    expect(shown).toEqual([...shown].sort().reverse());
    const heads = await page
      .locator("#rows thead th:visible")
      .evaluateAll((all) => all.map((head) => head.getAttribute("data-name")));
    expect(Object.keys(rows[0] ?? {})).toEqual(heads);
    expect(name).toContain(`jnim-data-${version()}-expansion_timeline-q-mali`);
    expect(await page.textContent("#count")).toContain(`${rows.length} of ${rowsOf("expansion_timeline").length}`);
    await page.close();
  });

  it("gives the same view again from a link, and goes back", async () => {
    const page = await open("table/expansion_timeline.html#q=niger&sort=-record_id");
    const shown = page.locator("#rows tbody tr:visible");
    const filtered = await shown.count();
    expect(await page.inputValue("#words")).toBe("niger");
    expect(await page.getAttribute('th[data-name="record_id"]', "aria-sort")).toBe("descending");
    await page.click('button[type="reset"]');
    expect(await shown.count()).toBeGreaterThan(filtered);
    await page.goBack();
    expect(await shown.count()).toBe(filtered);
    await page.close();
  });

  it("can be walked by keyboard: skip link, filter, sort, and the region of the table", async () => {
    const page = await open("table/expansion_timeline.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    await page.focus("#words");
    await page.keyboard.type("benin");
    expect(await page.textContent("#count")).not.toContain(`${rowsOf("expansion_timeline").length} of`);
    await page.focus('th[data-name="date"] button');
    await page.keyboard.press("Enter");
    expect(await page.getAttribute('th[data-name="date"]', "aria-sort")).toBe("ascending");
    expect(await page.getAttribute('[role="region"]', "tabindex")).toBe("0");
    await page.close();
  });

  it("leaves in the timeline what is told of one actor, and says how many, with a date and without one", async () => {
    const page = await open("timeline.html#actor=jnim");
    const rows = page.locator("tbody tr:visible");
    const groups = page.locator("svg [data-group]:visible");
    expect(await page.locator("#actors select").inputValue()).toBe("jnim");
    expect(await groups.count()).toBe(1);
    const ofOne = await rows.count();
    expect(ofOne).toBeGreaterThan(0);
    expect(await page.locator("#actors [role=status]").textContent()).toContain(`Shown: ${ofOne} of `);
    expect(await page.locator("details[data-group]:visible").count()).toBe(1);
    await page.focus("#actors select");
    await page.keyboard.press("Home");
    expect(await rows.count()).toBeGreaterThan(ofOne);
    expect(await groups.count()).toBeGreaterThan(1);
    await page.goBack();
    expect(await rows.count()).toBe(ofOne);
    await page.close();
  });

  it("dims dated steps outside the years, and never hides the undated ones", async () => {
    const page = await open("map.html");
    const selects = page.locator("main select");
    expect(await selects.count()).toBeGreaterThan(0);
    await selects.first().selectOption({ index: 3 });
    for (const { record_id: id, date } of rowsOf("expansion_timeline"))
      if (date === "") expect(await page.locator(`a[href="r/${id}.html"]:visible`).count(), id).toBeGreaterThan(0);
    await page.close();
  });

  it("finds records by their words, without a server", async () => {
    const page = await browser.newPage();
    const heard = listen(page);
    await page.goto(`file://${site}/search.html#q=${encodeURIComponent("cote d'ivoire first attack")}`);
    const titles = await page.locator("#results a").allTextContents();
    expect(titles.some((title) => title.includes("Côte d'Ivoire"))).toBe(true);
    await page.locator("#results a").first().click();
    expect(await page.locator("h1").count()).toBe(1);
    expect(heard).toEqual([]);
    await page.close();
  });

  it("sorts and filters from a disk too", async () => {
    const page = await browser.newPage();
    const heard = listen(page);
    await page.goto(`file://${site}/table/events.html#q=farabougou`);
    expect(await page.locator("#rows tbody tr:visible").count()).toBeGreaterThan(0);
    expect(heard).toEqual([]);
    await page.close();
  });
});
