import type { Check, Issue } from "#pipeline/core/issue.ts";

/** A warning about one value, which a row of checked.csv can confirm. */
export type Finding = Extract<Issue, { readonly check: Check }>;
