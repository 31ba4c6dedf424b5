import type { MarkedBlock } from "../markup/blocks-of.ts";

export const lettersOf = (blocks: readonly MarkedBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);
