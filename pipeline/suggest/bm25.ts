/** How near a text is to a question. */
export interface Near {
  /** Position of the text in the collection. */
  readonly at: number;
  readonly score: number;
}

/** The values that Robertson and Zaragoza (2009) give as usual ones. */
const K1 = 1.2;
const B = 0.75;

/** Ranks a collection of texts, each given as its words, by Okapi BM25. Texts that share no word with the question are left out. */
export function bm25(texts: readonly (readonly string[])[]): (question: readonly string[]) => Near[] {
  const postings = new Map<string, Map<number, number>>();
  texts.forEach((words, at) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  });
  const average = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length);
  return (question) => {
    const scores = new Map<number, number>();
    for (const word of [...new Set(question)].sort()) {
      const counts = postings.get(word);
      if (counts === undefined) continue;
      const rarity = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, n] of counts) {
        const length = (texts[at]?.length ?? 0) / average;
        const weight = (n * (K1 + 1)) / (n + K1 * (1 - B + B * length));
        scores.set(at, (scores.get(at) ?? 0) + rarity * weight);
      }
    }
    return [...scores].map(([at, score]) => ({ at, score })).sort((a, b) => b.score - a.score || a.at - b.at);
  };
}
