import { formatIssue } from "#pipeline/core/format-issue.ts";
import { hasErrors } from "#pipeline/core/issue.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { issuesFile, recordFiles, statementFiles } from "#pipeline/publish/staged/staged-files.ts";
import { publishRecords, resolveRaw } from "#pipeline/run.ts";
import { type MemoryWorkspace, memoryStore, memoryWorkspace } from "#tests/builders/memory-store.ts";
import { type Base, CREATED, NO_INPUTS } from "./bases.ts";
import { tryDocuments } from "./try-documents.ts";
import type { Trial } from "./verdict.ts";

/** The steps that are tried. Tests of the fuzz run itself plant faults here. */
export const STEPS = { resolve: resolveRaw, publish: publishRecords };
export type Steps = typeof STEPS;

interface ToTry {
  readonly raw: RawInput;
  readonly base: Base;
  readonly steps: Steps;
  /** Whether to make every edition of the release too. */
  readonly isWhole: boolean;
}

/** Does what `run` does with a mutated input, but in memory. */
export async function tryInput({ raw, base, steps, isWhole }: ToTry): Promise<Trial> {
  const outcome = steps.resolve(raw);
  for (const { parts } of statementFiles(outcome.staged.tables)) for (const _ of parts);
  for (const _ of issuesFile(outcome.issues).parts);
  for (const issue of outcome.issues) formatIssue(issue);
  const ofDocuments = tryDocuments(raw, outcome);
  if (hasErrors(outcome.issues)) return { outcome, plan: null, isSame: true, ofDocuments };

  const records = recordFiles(() => ({ write: () => undefined, close: () => undefined }));
  let workspace: MemoryWorkspace | null = null;
  const plan = await steps.publish(outcome, {
    store: {
      ...memoryStore({ "1.0.0": base.files }),
      open: () => Promise.resolve(base.reader),
      begin: () => {
        workspace = keptWorkspace();
        return Promise.resolve(workspace);
      },
    },
    created: CREATED,
    inputs: NO_INPUTS,
    observe: records.add,
    isTrial: !isWhole,
    pause: () => Promise.resolve(),
  });
  records.close();
  for (const issue of plan.issues) formatIssue(issue);
  return { outcome, plan, isSame: workspace === null || hasSameData(workspace, base), ofDocuments };
}

/** A workspace whose files can be read when the trial is over. */
const keptWorkspace = (): MemoryWorkspace => ({ ...memoryWorkspace(), discard: () => Promise.resolve() });

function hasSameData({ files }: MemoryWorkspace, base: Base): boolean {
  const isData = (path: string) => /^data\/.*\.csv$/u.test(path);
  const paths = new Set([...files.keys(), ...base.files.keys()].filter(isData));
  return [...paths].every((path) => {
    const [now, before] = [files.get(path), base.files.get(path)];
    return now !== undefined && before !== undefined && Buffer.from(now).equals(before);
  });
}
