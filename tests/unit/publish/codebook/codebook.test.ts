import { describe, expect, it } from "vitest";
import { codebook } from "#pipeline/publish/codebook/codebook.ts";
import { codelists } from "#schemas/codelists.ts";
import { countQueries } from "#schemas/events/count-queries.ts";
import { matchScore, placeWindows, timeWindows } from "#schemas/events/match-rules.ts";
import { eventProfiles } from "#schemas/events/profiles.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const { content } = writeSomeRelease();
const text = codebook(content, someFacts);

describe("the codebook", () => {
  it.each(content.tables)("describes each column of $name", ({ name, fields }) => {
    const section = text.split(`\n### ${name}\n`)[1]?.split("\n### ")[0] ?? "";
    for (const field of fields) expect(section).toContain(`| \`${field.name}\``);
  });

  it.each(codelists)("defines each code of $name", ({ codes }) => {
    for (const { code, label, definition } of codes)
      expect(text).toContain(`| \`${code}\` | ${label} | ${definition} |`);
  });

  it("takes its examples of agreement from the release", () => {
    expect(text).toContain("**Corroborated:** `exp-003` of `expansion_timeline`");
    expect(text).toContain("**Compatible:** `exp-014` of `expansion_timeline`, column `date`");
    expect(text).toContain("**Conflicting:** `exp-002` of `expansion_timeline`, column `date`");
  });

  it("says so where a release has no such example", () => {
    const { content: nothing } = writeSomeRelease(new Map());
    expect(codebook(nothing, someFacts).match(/No record in this release is an example\./gu)).toHaveLength(4);
  });

  it("gives shares of filled cells and real values", () => {
    expect(text).toContain("`-8.0029` | 50 % |");
  });

  it("says what stands beside event data, from the rules that the commands follow", () => {
    for (const { event_source, licence } of eventProfiles) {
      expect(text).toContain(`| \`${event_source}\` `);
      expect(text).toContain(`| ${licence} |`);
    }
    for (const { name, attribute } of countQueries) expect(text).toContain(`| \`${name}\` | \`${attribute}\` |`);
    for (const { where_prec, radius_m } of placeWindows)
      expect(text).toContain(`| ${where_prec} | at most ${radius_m / 1000} km apart`);
    for (const { date_prec, slack_days } of timeWindows)
      expect(text).toContain(`| ${date_prec} | at most ${slack_days} days between`);
    expect(text).toContain(`${matchScore.place.most} for one point`);
    expect(text).toContain("A record without a link is not refuted");
  });

  it("links to headings that it has", () => {
    const anchors = new Set(
      [...text.matchAll(/^### (\w+)$|<a id="([\w-]+)">/gmu)].map(([, heading, id]) => heading ?? id),
    );
    const links = [...text.matchAll(/\]\(#([\w-]+)\)/gu)].map(([, target]) => target);
    expect(links.filter((target) => !anchors.has(target))).toEqual([]);
  });

  it("keeps every row of a table in one line", () => {
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.filter((line) => !line.endsWith("|"))).toEqual([]);
  });
});
