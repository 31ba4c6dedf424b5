import { beforeAll, describe, expect, it } from "vitest";
import { type Base, madeUpBase } from "#tests/fuzz/bases.ts";
import type { Mutation } from "#tests/fuzz/mutations/mutation.ts";
import { asBytes, asText, withFile } from "#tests/fuzz/mutations/mutation.ts";
import { runOne } from "#tests/fuzz/run-one.ts";
import { STEPS, type Steps } from "#tests/fuzz/trial.ts";

let base: Base;
beforeAll(async () => {
  base = await madeUpBase();
});

/** Replaces a text in a file, and does nothing else. */
const planted = (path: string, from: string, to: string): Mutation => ({
  name: "planted",
  weight: 1,
  apply: (raw) => {
    const text = asText(raw.coded.find((file) => file.path === path)?.bytes ?? new Uint8Array());
    expect(text).toContain(from);
    return { raw: withFile(raw, path, asBytes(text.replace(from, () => to))), words: `${from} became ${to}` };
  },
});

/** A run whose damage is one replaced text, with a seed that damages once. */
async function run(path: string, [from, to]: readonly [string, string], steps: Partial<Steps> = {}) {
  const kinds = [planted(`raw/coded/${path}`, from, to)];
  return runOne({ seed: 1, run: 2, base, kinds, steps: { ...STEPS, ...steps } });
}

/** A pipeline that says nothing. */
const SILENT: Steps = {
  resolve: (raw) => ({ ...STEPS.resolve(raw), issues: [] }),
  publish: async (outcome, rest) => ({ ...(await STEPS.publish(outcome, rest)), issues: [] }),
};

describe("a run", () => {
  it("reports an exception, with where it was thrown", async () => {
    const resolve = () => {
      throw new RangeError("planted");
    };
    const { verdict, faults } = await run("actors.csv", ["Group X", "Group Z"], { resolve });
    expect(verdict).toBeNull();
    expect(faults).toEqual([
      { kind: "exception", text: expect.stringMatching(/^RangeError: planted\n +at .*run-one/u) },
    ]);
  });

  it.each([
    ["date before 1900", "expansion.csv", [",2018-41,", ",1718-41,"]],
    ["number ten times another", "profile.csv", [",2000,fighters", ",20000,fighters"]],
    ["position outside its country", "places.csv", ["14.25,-5.9933", "-5.9933,14.25"]],
    ["row less", "profile.csv", [/prf-1,report-a.*\n/u.source, ""]],
  ] as const)("reports damage that the pipeline does not mention: %s", async (effect, path, [from, to]) => {
    const line = from.startsWith("prf-1") ? lineOf(path, "prf-1,report-a") : from;
    const { verdict, effects, faults } = await run(path, [line, to], SILENT);
    expect({ verdict, effects }).toEqual({ verdict: "passed", effects: [effect] });
    expect(faults).toEqual([{ kind: "unseen damage", text: effect }]);
  });

  it("lets pass what no guard can see", async () => {
    const { verdict, effects, faults } = await run("actors.csv", ["A made-up group.", "A made-up crowd."]);
    expect({ verdict, effects, faults }).toEqual({ verdict: "passed", effects: ["other words"], faults: [] });
  });

  it.each([
    ["refused", "actors.csv", ["army-y,", "army-z,"]],
    ["warned", "passed_over.csv", ["report-a,p3s1,heading\n", ""]],
    ["harmless", "actors.csv", ["Group X,", '"Group  X ",']],
  ] as const)("is %s", async (verdict, path, change) => {
    expect(await run(path, change)).toMatchObject({ verdict, effects: [], faults: [] });
  });

  it("reports a line that the file does not have", async () => {
    const resolve: Steps["resolve"] = (raw) => {
      const at = { file: "raw/coded/actors.csv", line: 4, column: null };
      return { ...STEPS.resolve(raw), issues: [{ code: "extract/stray-quote", at }] };
    };
    const { faults } = await run("actors.csv", ["Group X", "Group Z"], { resolve });
    expect(faults).toEqual([]);
    const beyond: Steps["resolve"] = (raw) => {
      const at = { file: "raw/coded/actors.csv", line: 5, column: null };
      return { ...STEPS.resolve(raw), issues: [{ code: "extract/stray-quote", at }] };
    };
    expect((await run("actors.csv", ["Group X", "Group Z"], { resolve: beyond })).faults).toEqual([
      { kind: "broken promise", text: "extract/stray-quote is in line 5 of raw/coded/actors.csv, which has 4 lines." },
    ]);
  });

  it("reports data that differ although nothing would be published", async () => {
    const publish: Steps["publish"] = async (outcome, rest) => ({ ...(await STEPS.publish(outcome, rest)), why: null });
    const { faults } = await run("actors.csv", ["Group X", "Group Z"], { publish });
    expect(faults).toEqual([{ kind: "broken promise", text: "The data differ, but nothing would be published." }]);
  });
});

/** The whole line of a coded file of the base that begins so. */
function lineOf(path: string, start: string): string {
  const text = asText(base.raw.coded.find((file) => file.path === `raw/coded/${path}`)?.bytes ?? new Uint8Array());
  const line = text.split("\n").find((one) => one.startsWith(start));
  return `${line}\n`;
}
