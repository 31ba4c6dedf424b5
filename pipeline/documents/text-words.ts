const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in lower case, without what stands between them: two texts are compared word by word. */
export const wordsOf = (text: string): string[] => text.normalize("NFC").toLowerCase().match(WORD) ?? [];
