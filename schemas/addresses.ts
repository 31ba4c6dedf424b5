/** The repository. OWNER stands for the account, which is not known yet. */
export const REPOSITORY = "https://github.com/OWNER/jnim-data";
