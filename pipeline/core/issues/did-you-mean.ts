/** A sentence, after a space, that suggests the nearest of the names that would be right; nothing if there is none. */
export const didYouMean = (nearest: string | null) => (nearest === null ? "" : ` Did you mean "${nearest}"?`);
