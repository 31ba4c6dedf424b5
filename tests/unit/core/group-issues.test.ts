import { describe, expect, it } from "vitest";
import { formatIssueGroup } from "#pipeline/core/format-issue-group.ts";
import { groupIssues } from "#pipeline/core/group-issues.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { SHOWN_ALIKE, SHOWN_ISSUES, SHOWN_REPEATS } from "#pipeline/core/limits.ts";
import { shownIssues } from "#pipeline/core/shown-issues.ts";

const placeholder = (line: number, value = "NA", column = "amount"): Issue => ({
  code: "stage/placeholder",
  mayBeName: false,
  at: { file: "raw/coded/profile.csv", line, column },
  value,
});
const from = <T>(count: number, issue: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => issue(at));
const printed = (issues: readonly Issue[]) => groupIssues(issues).map(formatIssueGroup);

describe("issues on a terminal", () => {
  it("are one message with its count and lines if the same value is wrong in many rows", () => {
    const issues = [...from(240, (at) => placeholder(at + 2)), ...from(8, (at) => placeholder(2 * at + 300))];
    expect(printed(issues)).toEqual([
      'raw/coded/profile.csv:2:amount  stage/placeholder  248 times (lines 2-241, 300, 302, 304, 306, 308, 310, 312 and 1 more): "NA" is a placeholder, not a value. If the source does not say, leave the cell empty.',
    ]);
  });

  it("stand one by one if there are few", () => {
    expect(printed(from(SHOWN_REPEATS, (at) => placeholder(at + 2)))).toHaveLength(SHOWN_REPEATS);
    expect(printed(from(SHOWN_REPEATS + 1, (at) => placeholder(at + 2)))).toHaveLength(1);
  });

  it("are not put together across values, columns, files or codes", () => {
    const unlike = (at: number): readonly Issue[] => [
      placeholder(at, "NA"),
      placeholder(at, "n/a"),
      placeholder(at, "NA", "date"),
      { ...placeholder(at), at: { file: "raw/coded/events.csv", line: at, column: "amount" } },
      { code: "stage/formula", at: { file: "raw/coded/profile.csv", line: at, column: "amount" }, value: "NA" },
    ];
    const issues = from(8, unlike).flat();
    expect(groupIssues(issues).map(({ issues }) => issues.length)).toEqual([8, 8, 8, 8, 8]);
  });

  it("keep the order of their first lines", () => {
    const issues = [placeholder(2, "n/a"), ...from(4, (at) => placeholder(at + 3)), placeholder(9, "n/a")];
    expect(groupIssues(issues).map(({ issues: [first] }) => first?.at.line)).toEqual([2, 3, 9]);
  });

  it("are counted from some number on, if each row has another value", () => {
    const lines = printed(from(SHOWN_ALIKE + 30, (at) => placeholder(at + 2, `N${at}`)));
    expect(lines).toHaveLength(SHOWN_ALIKE + 1);
    expect(lines.at(-1)).toMatch(
      /^raw\/coded\/profile.csv:22:amount {2}stage\/placeholder {2}30 more of this kind \(lines 22-51\)\. The first of them: "N20" is /u,
    );
  });

  it("are counted from the second on, if one draft is the reason of all", () => {
    const missing = (line: number): Issue => ({
      code: "resolve/only-in-draft",
      at: { file: "raw/coded/cited_works.csv", line, column: "work_id" },
      value: `wrk-${line}`,
    });
    expect(printed(from(42, (at) => missing(at + 2)))).toEqual([
      expect.stringContaining(':2:work_id  resolve/only-in-draft  Only a draft source has "wrk-2"'),
      expect.stringContaining("41 more of this kind (lines 3-43). The first of them:"),
    ]);
  });

  it("say nothing of lines if they are about whole files", () => {
    const issue: Issue = { code: "extract/no-rows", at: { file: "raw/coded/events.csv", line: null, column: null } };
    expect(printed(from(5, () => ({ ...issue })))).toEqual([expect.stringContaining("  5 times: The table")]);
  });
});

describe("more messages than a terminal shows", () => {
  it("show errors before warnings, and count every issue that is not shown", () => {
    const warning: Issue = {
      code: "extract/no-rows",
      at: { file: "raw/coded/actors.csv", line: null, column: null },
    };
    const errors = from(SHOWN_ISSUES - 1, (at) => placeholder(at, "NA", `column-${at}`));
    const flood = from(50, (at) => placeholder(at, "NA", "flood"));
    const { shown, remaining } = shownIssues([warning, ...errors, ...flood, placeholder(1, "NA", "last")]);
    expect(shown).toHaveLength(SHOWN_ISSUES);
    expect(shown.at(-1)?.issues).toHaveLength(50);
    expect(remaining).toBe(2);
  });
});
