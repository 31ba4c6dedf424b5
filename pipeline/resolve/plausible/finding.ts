import type { Issue } from "#pipeline/core/issue.ts";
import type { Check } from "#pipeline/core/issues/resolve-issue.ts";

/** A warning about one value, which a row of checked.csv can confirm. */
export type Finding = Extract<Issue, { readonly check: Check }>;
