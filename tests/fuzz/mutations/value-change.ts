import type { Column } from "#schemas/column.ts";
import type { Random } from "#tests/fuzz/random.ts";

/** Another value for a cell of a column; `null` if the change does not fit it. */
export interface ValueChange {
  readonly name: string;
  readonly weight: number;
  readonly fits: (column: Column) => boolean;
  readonly change: (value: string, random: Random, column: Column) => string | null;
}

export const change = (
  name: string,
  weight: number,
  fits: ValueChange["fits"],
  apply: ValueChange["change"],
): ValueChange => ({ name, weight, fits, change: apply });

export const ofKinds =
  (...kinds: readonly Column["kind"][]) =>
  ({ kind }: Column) =>
    kinds.includes(kind);

/** One of the values given, whatever the cell holds. */
export const oneOf =
  (...values: readonly string[]): ValueChange["change"] =>
  (_, random) =>
    random.pick(values);
