/** The runs of three words of a text, each once. A text of fewer words has none. */
export function trigramsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + 2 < words.length; at += 1) runs.add(words.slice(at, at + 3).join(" "));
  return runs;
}

/** The share of the runs that another text has as well; 0 if there are none. */
export function shareIn(runs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (runs.size === 0) return 0;
  let found = 0;
  for (const run of runs) if (others.has(run)) found += 1;
  return found / runs.size;
}
