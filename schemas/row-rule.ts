import type { Shape, StagedRow } from "#schemas/column.ts";

/** What must hold between the cells of one row; the sentence is what the coder and the codebook's reader see. */
export interface RowRule {
  /** The cell that is pointed at where the rule is broken. */
  readonly column: string;
  /** The cells that the rule looks at: it is asked where all of them could be read. */
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

/** After `stage`, what is not known is `null` and nothing else. */
export const isFilled = (cell: unknown) => cell !== null;

/** A rule for a text that quotes a source. */
export const atMostSixWords = <const N extends string>(column: N): RowRule => ({
  column,
  needs: [column],
  sentence: `${column} has at most six words.`,
  holds: (cells: Readonly<Record<N, string | null>>) => (cells[column] ?? "").split(/\s+/u).length <= 6,
});

/** An amount and its unit come together. */
export const unitRule: RowRule = {
  column: "unit",
  needs: ["amount", "unit"],
  sentence: "An amount has a unit, and a unit an amount.",
  holds: ({ amount, unit }: { readonly amount: unknown; readonly unit: unknown }) =>
    isFilled(amount) === isFilled(unit),
};

/** What may come never becomes an event, a step or an incident (raw/README.md). */
export const noForecast = (what: string): RowRule => ({
  column: "statement_type",
  needs: ["statement_type"],
  sentence: `${what} is no forecast: code what may come as an outlook in profile.csv.`,
  holds: ({ statement_type }: { readonly statement_type: string }) => statement_type !== "forecast",
});
