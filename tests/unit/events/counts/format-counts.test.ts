import { expect, test } from "vitest";
import { formatCounts } from "#pipeline/events/counts/format-counts.ts";
import { formatUncountableIn } from "#pipeline/events/counts/uncountable.ts";
import { aClaim, anEdition, countAmong } from "#tests/builders/event-counts.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";

test("if there is no claim to count, the attributes that can be counted are named", () => {
  expect(formatCounts([])).toMatch(/^There is no claim to count: actor_profile has no record with[\s\S]+attacks_n/u);
});

test("numbers have separators, kinds of events their labels, and definitions their meanings", async () => {
  const edition = anEdition({ kinds: ["armed_clash"], last_day: "2021-06-30" });
  const answers = await countAmong({ claims: [aClaim()], events: [anEvent()], editions: [edition] });
  const many = answers.map((answer) => ({
    ...answer,
    sources: answer.sources.map((source) => ({
      ...source,
      counts: source.counts.map((count) => ({ ...count, counted: 1300, nEvents: 1300, nVague: 1 })),
    })),
  }));
  const words = formatCounts(many);
  expect(words).toContain("declared   1,300  (1,300 events; 1 vague event left out)");
  expect(words).toContain("no events of the kind remote violence or violence against");
  expect(words).toContain("Of the window, the edition covers only 2021-01-01 to 2021-06-30.");
  expect(words).toContain("  narrower:  Events of the actor itself, without its family.\n");
  expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("a source without the kinds of events of a query is said to lack them in words", () => {
  expect(formatUncountableIn({ code: "no-such-kind", kinds: ["armed_clash", "remote_violence"] })).toBe(
    "This source has no events of the kind armed clash or remote violence.",
  );
});
