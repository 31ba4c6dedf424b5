/** The nearest of the names that would be right. */
export const didYouMean = (nearest: string | null) => (nearest === null ? "" : ` Did you mean "${nearest}"?`);
