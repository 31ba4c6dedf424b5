import type { RawInput } from "#pipeline/core/raw-input.ts";
import { pickWeighted, type Random } from "#tests/fuzz/random.ts";
import { byteMutations } from "./bytes.ts";
import { cellMutations } from "./cells.ts";
import { columnMutations } from "./columns.ts";
import { documentMutations } from "./documents.ts";
import { fileMutations } from "./files.ts";
import { lineMutations } from "./lines.ts";
import { misreadings } from "./misreadings.ts";
import type { Mutation } from "./mutation.ts";
import { rowMutations } from "./rows.ts";
import { codingMutations, sealed } from "./seals.ts";

/** Every kind of damage. */
export const mutations: readonly Mutation[] = [
  ...byteMutations,
  ...lineMutations,
  ...rowMutations,
  ...columnMutations,
  ...cellMutations,
  ...fileMutations,
  ...documentMutations,
  ...codingMutations,
  ...misreadings,
];

/** What was done to an input: the kind of damage, and in words where. */
export interface Done {
  readonly name: string;
  readonly words: string;
}

/** How often second codings are sealed after the damage, so that their seals do not tell of it. */
const SEALED_LATER = 0.5;

/** Damages an input once, in most cases, or two or three times. */
export function mutate(
  raw: RawInput,
  random: Random,
  kinds: readonly Mutation[] = mutations,
): { readonly raw: RawInput; readonly done: Done[] } {
  const times = random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
  const done: Done[] = [];
  let mutated = raw;
  for (let time = 0; time < times; time += 1) {
    const { raw: next, ...what } = mutateOnce(mutated, random, kinds);
    mutated = next;
    done.push(what);
  }
  const isSealedLater = raw.second.length > 0 && random.chance(SEALED_LATER);
  return { raw: (isSealedLater ? sealed(mutated) : null) ?? mutated, done };
}

/** One of the mutations that fits. */
function mutateOnce(raw: RawInput, random: Random, kinds: readonly Mutation[]): Done & { readonly raw: RawInput } {
  for (let tries = 0; tries < 200; tries += 1) {
    const { name, apply } = pickWeighted(kinds, random);
    const mutated = apply(raw, random);
    if (mutated !== null) return { ...mutated, name };
  }
  throw new Error("No mutation fits this input.");
}
