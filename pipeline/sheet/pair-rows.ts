import { groupBy } from "#pipeline/core/group-by.ts";
import type { FileRow } from "./coded-file.ts";
import type { RowKey } from "./row-key.ts";

export interface PairedRows {
  /** By the position of a key, the row of the file that still is what it was. */
  readonly rowOfKey: ReadonlyMap<number, FileRow>;
  /** The rows of the file that came later, or that were changed. */
  readonly others: {
    /** Takes out one row with this hash, and says whether there was one. */
    readonly take: (hash: string) => boolean;
    readonly size: () => number;
  };
}

/** Pairs keys with rows of the same hash. Equal rows are paired in their order. */
export function pairRows(rows: readonly FileRow[], written: readonly RowKey[]): PairedRows {
  // From the last to the first, because an array loses its last item faster than its first.
  const byHash = groupBy([...rows].reverse(), ({ hash }) => hash);
  const rowOfKey = new Map<number, FileRow>();
  for (const { position, hash } of written) {
    const row = byHash.get(hash)?.pop();
    if (row !== undefined) rowOfKey.set(position, row);
  }
  return {
    rowOfKey,
    others: {
      take: (hash) => byHash.get(hash)?.pop() !== undefined,
      size: () => [...byHash.values()].reduce((sum, left) => sum + left.length, 0),
    },
  };
}
