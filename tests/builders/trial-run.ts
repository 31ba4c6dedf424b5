import { join } from "node:path";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { publishRecords, resolveRaw } from "#pipeline/run.ts";
import { memoryWorkspace } from "#tests/builders/memory-store.ts";

const PROJECT = join(import.meta.dirname, "../..");

/** The project's own raw/, without texts. */
export const theRealRaw = () => readRawFolder(join(PROJECT, "raw"), []);

const dist = releaseStore(join(PROJECT, "dist"));
/** Hashing the releases takes longer than a trial, and trials do not change them. */
let checked: ReturnType<typeof dist.check> | null = null;
const store = { ...dist, check: () => (checked ??= dist.check()), begin: async () => memoryWorkspace() };

/** Every issue that `run --check` would print for these data, compared with the project's last release. Writes nothing. */
export async function issuesOfTrial(raw: RawInput): Promise<readonly Issue[]> {
  const outcome = resolveRaw(raw);
  if (hasErrors(outcome.publishable.issues)) return outcome.issues;
  const plan = await publishRecords(outcome, {
    store,
    created: "9999-12-31",
    inputs: { inputs: [], pipeline: "" },
    observe: () => undefined,
    isTrial: true,
    pause: async () => undefined,
  });
  return [...outcome.issues, ...plan.issues];
}
