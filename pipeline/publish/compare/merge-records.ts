/** The older and the newer version of a record; `null` if it is new or gone. */
export interface RecordPair {
  readonly before: string | null;
  readonly after: string | null;
}

interface ToMerge {
  readonly before: Iterator<string>;
  readonly after: Iterator<string>;
  /** Compares two records by key; 0 if their keys are equal. Called only if their texts differ. */
  readonly compare: (before: string, after: string) => number;
  /** Whether equal texts mean equal rows; false if the columns differ. */
  readonly isComparable: boolean;
}

/** Walks through two files in the order of their keys, and yields the pairs whose texts differ. */
export function* mergeRecords({ before, after, compare, isComparable }: ToMerge): Generator<RecordPair> {
  let was = before.next();
  let is = after.next();
  while (was.done !== true && is.done !== true) {
    const isEqual = was.value === is.value;
    const order = isEqual ? 0 : compare(was.value, is.value);
    if (!isEqual || !isComparable) {
      yield { before: order > 0 ? null : was.value, after: order < 0 ? null : is.value };
    }
    if (order <= 0) was = before.next();
    if (order >= 0) is = after.next();
  }
  for (; was.done !== true; was = before.next()) yield { before: was.value, after: null };
  for (; is.done !== true; is = after.next()) yield { before: null, after: is.value };
}
