import { describe, expect, it } from "vitest";
import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { formatPreview, previewOf } from "#pipeline/publish/plan/preview.ts";
import { payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";

const PLAN: ReleasePlan = {
  ...{ version: "1.0.0", why: null, comparison: null, changes: [], changelog: "", migrating: null, issues: [] },
};
const vanished = (id: string): Issue => ({
  ...{ code: "publish/vanished-id", at: { file: "retired.csv", line: null, column: null }, table: "events", id },
  version: "1.0.0",
});
const unused: Issue = { code: "resolve/unused-entry", at: { file: "actors.csv", line: 2, column: null }, id: "x" };

describe("a preview", () => {
  it("says that the data have errors, or that a guard prevents the release", () => {
    const withErrors = previewOf(null, [vanished("evt-1")]);
    expect(withErrors).toMatchObject({ version: null, is_publishable: false, issues: [{ severity: "error" }] });
    expect(formatPreview(withErrors)).toContain("## Nothing can be published\n\n### What prevents the release\n\n- ");
    const issues = [vanished("evt-1")];
    const guarded = previewOf({ ...PLAN, why: "MINOR: x", issues }, issues);
    expect(guarded).toMatchObject({ version: "1.0.0", why: "MINOR: x", is_publishable: false });
    expect(formatPreview(previewOf({ ...PLAN, issues }, issues))).toContain("## Nothing can be published");
  });

  it("is publishable with warnings, also where nothing changed or there is nothing to compare with", () => {
    const preview = previewOf(PLAN, [unused]);
    expect(preview).toMatchObject({ is_publishable: true, from: null, to: "staged", tables: [] });
    expect(preview.issues).toMatchObject([{ severity: "warning" }]);
    expect(formatPreview(preview)).toBe("## Nothing to publish\n\n1.0.0 already has these data.");
    const first = previewOf({ ...PLAN, why: "FIRST: there is no release yet" }, []);
    expect(formatPreview(first)).toBe("## Preview of 1.0.0\n\nFIRST: there is no release yet.");
  });

  it.each(Object.values(payloads))("shows an issue about a text that would act as a text: %j", (text) => {
    const { headings, inline } = readMarkdown(formatPreview(previewOf(null, [vanished(text)])));
    expect(headings).toEqual(["Nothing can be published", "What prevents the release"]);
    expect(inline).toEqual([]);
  });
});
