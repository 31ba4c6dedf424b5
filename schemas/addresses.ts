/**
 * Where the project is hosted: the one place for addresses that are not known yet. OWNER stands for the account. When it
 * is known, replace it here; `npx vitest run tests/repo/addresses.test.ts` then names each file that still has OWNER, and
 * `npm run root-files` writes the badges.
 */
export const REPOSITORY: string = "https://github.com/OWNER/jnim-data";

/** The same for files that must not name an address that does not exist: `null` while the account is not known. */
export const repository: string | null = REPOSITORY.includes("/OWNER/") ? null : REPOSITORY;

export const ISSUES = `${REPOSITORY}/issues`;

/**
 * The private channel: only the maintainers can read what is written there. An owner switches it on under "Settings",
 * "Advanced Security", "Private vulnerability reporting".
 */
export const PRIVATE_REPORT = `${REPOSITORY}/security/advisories/new`;
