import { compareCodings } from "#pipeline/agreement/compare-codings.ts";
import type { Outcome } from "#pipeline/run.ts";

/** How the codings of an input agree, which the codebook of its release says: as text, to compare it. */
export const agreementOf = ({ publishable, second }: Outcome): string =>
  JSON.stringify(compareCodings({ ...publishable, second }));
