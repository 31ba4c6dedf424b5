import { expect, it } from "vitest";
import { writeReport } from "#tests/fuzz/report.ts";
import type { Finding } from "#tests/fuzz/verdict.ts";

const finding = (run: number, rest: Partial<Finding>): Finding => ({
  run,
  base: "made-up",
  done: [{ name: "row removed", words: "events.csv: row 1 removed" }],
  verdict: "refused",
  effects: [],
  faults: [],
  ...rest,
});

const report = (...findings: readonly Finding[]) => writeReport(findings, 7).join("\n");

it("counts what became of the inputs", () => {
  const text = report(finding(0, {}), finding(1, { verdict: "passed", effects: ["other words"] }));
  expect(text).toContain("2 mutated inputs, seed 7");
  expect(text).toContain("1 refused, 0 stopped, 0 warned, 0 harmless, 1 passed.");
  expect(text).toContain("0 exceptions, 0 hangs, 0 broken promises.");
  expect(text).toContain("1 damaging mutation passed: 1 that no guard can see, and 0 that a guard should have seen.");
  expect(text).not.toContain("Faults");
});

it("shows each fault once, with how to replay it", () => {
  const text = report(
    finding(4, { verdict: null, faults: [{ kind: "exception", text: "RangeError: row 12\n    at stage" }] }),
    finding(5, { verdict: null, faults: [{ kind: "exception", text: "RangeError: row 13\n    at stage" }] }),
    finding(6, { verdict: null, faults: [{ kind: "hang", text: "No answer." }] }),
    finding(9, {
      verdict: "passed",
      effects: ["row less"],
      faults: [{ kind: "unseen damage", text: "row less" }],
    }),
  );
  expect(text).toContain("2 exceptions, 1 hang, 0 broken promises.");
  expect(text).toContain("run 4, and 1 other: exception: RangeError: row 12\n    at stage");
  expect(text).toContain("row removed: events.csv: row 1 removed");
  expect(text).toContain("To replay it: npm run fuzz -- --seed 7 --only 4");
  expect(text).not.toContain("--only 5");
  expect(text).toContain("--only 6");
  expect(text).toContain("and 1 that a guard should have seen.");
  expect(text).toContain("--only 9");
});
