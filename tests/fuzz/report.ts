import { plural } from "#pipeline/core/plural.ts";
import { cannotBeSeen, effectNames, effects } from "./effects.ts";
import { type Fault, type Finding, VERDICTS } from "./verdict.ts";

const count = <T>(items: readonly T[], isCounted: (item: T) => boolean) => items.filter(isCounted).length;
const faultsOf = (findings: readonly Finding[], kind: Fault["kind"]) =>
  findings.filter(({ faults }) => faults.some((fault) => fault.kind === kind));

/** Everything that a run of the fuzzer found, in lines. */
export function writeReport(findings: readonly Finding[], seed: number): string[] {
  const passed = findings.filter(({ verdict }) => verdict === "passed");
  const unseen = faultsOf(passed, "unseen damage");
  const of = (base: Finding["base"]) => count(findings, (finding) => finding.base === base);
  return [
    `${plural(findings.length, "mutated input")}, seed ${seed}: ${of("made-up")} of made-up data, ` +
      `${of("today's")} of today's raw/, ${of("release")} of a release.`,
    `${VERDICTS.map((verdict) => `${count(findings, (finding) => finding.verdict === verdict)} ${verdict}`).join(", ")}.`,
    `${plural(faultsOf(findings, "exception").length, "exception")}, ` +
      `${plural(faultsOf(findings, "hang").length, "hang")}, ` +
      `${plural(faultsOf(findings, "broken promise").length, "broken promise")}.`,
    `${plural(passed.length, "damaging mutation")} passed: ${passed.length - unseen.length} that no guard can see, ` +
      `and ${unseen.length} that a guard should have seen.`,
    ...section("What no guard can see, with the number of inputs in which it passed:", effectLines(passed, true)),
    ...section(
      "What a guard should have seen, with the number of inputs in which it passed:",
      effectLines(passed, false),
    ),
    ...section("Kinds of damage that passed unseen, or failed:", kindLines(findings)),
    ...section("Faults, one of each kind:", faultLines(findings, seed)),
  ];
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", title, ...lines]);

const effectLines = (passed: readonly Finding[], isUnseen: boolean) =>
  effectNames
    .filter((name) => cannotBeSeen(name) === isUnseen)
    .map((name) => ({ name, times: count(passed, (finding) => finding.effects.includes(name)) }))
    .filter(({ times }) => isUnseen || times > 0)
    .map(({ name, times }) => `${String(times).padStart(8)}  ${name.padEnd(34)}${effects[name].why}`);

/** How often each kind of damage has a fault, most often first. */
function kindLines(findings: readonly Finding[]): string[] {
  const times = new Map<string, number>();
  for (const { done } of findings.filter(({ faults }) => faults.length > 0)) {
    const name = done.map((one) => one.name).join(" + ");
    if (done.length === 1) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${String(n).padStart(8)}  ${name}`);
}

/** Exceptions differ by their first line in which numbers do not count; damage differs by what is different. */
function faultLines(findings: readonly Finding[], seed: number): string[] {
  const shown = new Map<string, { readonly finding: Finding; readonly text: string; times: number }>();
  for (const finding of findings)
    for (const { kind, text } of finding.faults) {
      const key = `${kind}: ${text.split("\n", 1)[0]?.replaceAll(/\d+|"[^"]*"/gu, "…")}`;
      const known = shown.get(key);
      if (known === undefined) shown.set(key, { finding, text: `${kind}: ${text}`, times: 1 });
      else known.times += 1;
    }
  return [...shown.values()].flatMap(({ finding, text, times }) => [
    `run ${finding.run}, and ${plural(times - 1, "other")}: ${text}`,
    ...finding.done.map(({ name, words }) => `    ${name}: ${words}`),
    `    To replay it: ${replay(seed, finding.run)}`,
  ]);
}

const replay = (seed: number, run: number) => `npm run fuzz -- --seed ${seed} --only ${run}`;
