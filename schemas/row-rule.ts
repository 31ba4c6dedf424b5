import type { Amount } from "#schemas/cell-values.ts";
import { measuredUnits } from "#schemas/codelists/attributes.ts";
import type { Shape, StagedRow } from "#schemas/column.ts";

/** A rule about the cells of one row. Coders and readers of the codebook see its sentence. */
export interface RowRule {
  /** The cell to report if the rule is broken. */
  readonly column: string;
  /** The cells that the rule looks at. It is checked only if all of them could be read. */
  readonly needs: readonly string[];
  readonly sentence: string;
  holds(cells: object): boolean;
}

/** A rule over columns of a shape; `holds` sees the cells of these columns and no others. */
export const rowRule = <S extends Shape, const N extends keyof S & string>(
  _: S,
  rule: Omit<RowRule, "holds"> & {
    readonly column: N;
    readonly needs: readonly N[];
    holds(cells: Pick<StagedRow<S>, N>): boolean;
  },
): RowRule => rule;

/** After `stage`, every unknown value is `null`. */
export const isFilled = (cell: unknown) => cell !== null;

const atMostWords =
  (most: number, inWords: string) =>
  <const N extends string>(column: N): RowRule => ({
    column,
    needs: [column],
    sentence: `${column} has at most ${inWords} words.`,
    holds: (cells: Readonly<Record<N, string | null>>) => (cells[column] ?? "").split(/\s+/u).length <= most,
  });

/** A rule for a text that quotes a source. */
export const atMostSixWords = atMostWords(6, "six");

/** A rule for a text that sums up a position. */
export const atMostTenWords = atMostWords(10, "ten");

/** Neither an amount nor a unit makes sense without the other. */
export const unitRule: RowRule = {
  column: "unit",
  needs: ["amount", "unit"],
  sentence: "Fill amount and unit together, or leave both empty.",
  holds: ({ amount, unit }: { readonly amount: unknown; readonly unit: unknown }) =>
    isFilled(amount) === isFilled(unit),
};

const AS_WHOLE = "Write 2000, not 2.000, and no fraction such as 2.5.";

const isWhole = (amount: Amount | null) => amount === null || !/\d\.\d/u.test(amount.text);

/** A rule for an amount whose unit is in the column `unit`. A dot in a count may also be a separator of thousands. */
export const wholeAmountRule: RowRule = {
  column: "amount",
  needs: ["amount", "unit"],
  sentence: `People and things are counted in whole numbers. ${AS_WHOLE}`,
  holds: ({ amount, unit }: { readonly amount: Amount | null; readonly unit: string | null }) =>
    isWhole(amount) || unit === null || measuredUnits.includes(unit),
};

/** The same rule for a column that counts. */
export const wholeCountRule = <const N extends string>(column: N): RowRule => ({
  column,
  needs: [column],
  sentence: `${column} is a whole number. ${AS_WHOLE}`,
  holds: (cells: Readonly<Record<N, Amount | null>>) => isWhole(cells[column]),
});

/** A forecast never becomes an event, a step or an incident (raw/README.md). */
export const noForecast = (what: string): RowRule => ({
  column: "statement_type",
  needs: ["statement_type"],
  sentence: `Do not code a forecast as ${what}. Code it as an outlook in profile.csv.`,
  holds: ({ statement_type }: { readonly statement_type: string }) => statement_type !== "forecast",
});
