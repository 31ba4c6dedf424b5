import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { filesOf, pagesIn } from "#tests/builders/site.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

/** Texts that would act if a page took them for markup, an address or a script. */
const hostile = {
  script: "</script><script>window.ran = true</script>",
  attribute: `" onmouseover="window.ran = true" x='`,
  address: "javascript:window.ran=true",
  direction: "\u202Eturned around\u202C and \u200F back",
  mark: "\uE000root\uE001",
  template: "{{window.ran}} <!-- ]]> -->",
};
const all = Object.values(hostile).join(" ");

const source = {
  source_id: "one",
  title: all,
  authors: hostile.attribute,
  publisher: hostile.script,
  date_published: "2020",
  date_published_earliest: "2020-01-01",
  url: hostile.address,
  url_copy: "javascript:alert(1)",
  reliability: "B",
  reliability_reason: hostile.template,
  derived_from: "",
};
const step = {
  record_id: "exp-001",
  actor_id: "group",
  actor: hostile.script,
  step_type: "entry",
  place_id: "town",
  country: hostile.attribute,
  location: hostile.direction,
  date: "2017",
  date_earliest: "2017-01-01",
  date_latest: "2017-12-31",
  description: all,
  agreement: "single",
  source_ids: "one",
  evidence: "one:p1s1",
};
const release = aSiteRelease(
  {
    source_provenance: [source],
    expansion_timeline: [step],
    economic_warfare_incidents: [],
    economic_warfare_patterns: [],
    events: [],
    actors: [
      {
        actor_id: "group",
        name: hostile.script,
        acronym: "",
        actor_type: "jihadist_group",
        country: "",
        description: all,
      },
    ],
    places: [
      {
        place_id: "town",
        name: hostile.attribute,
        kind: "town",
        country: hostile.script,
        latitude: "1",
        longitude: "2",
        where_prec: "1",
      },
    ],
    evidence: [
      {
        table: "expansion_timeline",
        record_id: "exp-001",
        source_id: "one",
        locator: "p1s1",
        line: "1",
        start: "0",
        end: "9",
        page: "",
        sha256: "a".repeat(64),
      },
    ],
    passed_over: [{ source_id: "one", locator: "p2s1", line: "2", start: "10", reason: all }],
    claims: [
      {
        claim_id: "clm-1",
        table: "expansion_timeline",
        record_id: "exp-001",
        column: "description",
        value: all,
        source_id: "one",
        evidence: "p1s1",
        status: "accepted",
        rule: "lead",
      },
    ],
    codelists: [{ codelist: "step_type", code: "entry", label: hostile.script, definition: all }],
    columns: [
      {
        table: "expansion_timeline",
        column: "step_type",
        title: hostile.attribute,
        description: all,
        type: "string",
        codelist: "step_type",
        refers_to: "",
        rule: "",
      },
    ],
  },
  {
    changes: [
      {
        version: "1.2.0",
        change: "changed",
        table: "expansion_timeline",
        record_id: "exp-001",
        column: "description",
        old_value: hostile.script,
        new_value: all,
        reason: hostile.template,
      },
    ],
  },
);

let pages: readonly { readonly path: string; readonly text: string }[];
beforeAll(async () => {
  const files = await filesOf({
    ...{ shown: ["1.2.0"], releases: [{ version: "1.2.0", created: "2026-01-31" }] },
    ...{ outlines: { units: [], anchors: [] }, base: null, style: "", script: "", feed: () => "" },
    read: () => Promise.resolve(release),
  });
  pages = pagesIn(files);
});

describe("text from the data cannot act in a page", () => {
  it("opens no element of a script but the page's own", () => {
    const own = /<script (?:src="[^"]*" defer|type="application\/ld\+json")>/gu;
    for (const { path, text } of pages) expect(text.replaceAll(own, "").match(/<script/giu), path).toBeNull();
  });

  it("adds no attribute to an element", async () => {
    const validate = new HtmlValidate({
      elements: ["html5"],
      rules: { "no-inline-style": "error", "attr-quotes": "error" },
    });
    for (const { path, text } of pages) {
      expect(text, path).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\sonmouseover=/u);
      const { results } = await validate.validateString(text);
      expect(
        results.flatMap(({ messages }) => messages),
        path,
      ).toEqual([]);
    }
  });

  it("leads to no address but pages and the web", () => {
    for (const { path, text } of pages) expect(text.match(/href="\s*javascript:/giu), path).toBeNull();
  });

  it("reaches the reader as it is written", () => {
    const record = pages.find(({ path }) => path === "1.2.0/r/exp-001.html")?.text ?? "";
    expect(record).toContain("&lt;/script&gt;&lt;script&gt;window.ran = true&lt;/script&gt;");
    expect(record).toContain(hostile.direction);
  });
});
