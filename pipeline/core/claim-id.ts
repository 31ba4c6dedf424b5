const PREFIX = "clm-";

/** Whether an id is that of a claim, such as `clm-3f9a1c20b7d4-date`. */
export const isClaimId = (id: string) => id.startsWith(PREFIX);

/** What the ids of all claims of one statement begin with. */
export const claimStem = (hash: string) => `${PREFIX}${hash.slice(0, 12)}`;
