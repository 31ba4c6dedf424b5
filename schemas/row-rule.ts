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
  /** What to do about cells that break the rule, in whole sentences, where that says more than the rule. */
  advise?(cells: object): string;
}

/** A rule over columns of a shape; `holds` sees the cells of these columns and no others. */
export const rowRule = <S extends Shape, const N extends keyof S & string>(
  _: S,
  rule: Omit<RowRule, "holds" | "advise"> & {
    readonly column: N;
    readonly needs: readonly N[];
    holds(cells: Pick<StagedRow<S>, N>): boolean;
    advise?(cells: Pick<StagedRow<S>, N>): string;
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

const COUNTED = "People and things are counted in whole numbers.";
const AS_WHOLE = "Write 2000, not 2.000, and no fraction such as 2.5.";

/** The amount without dots between its thousands, as far as they can be such. */
const withoutDots = (text: string) =>
  text.replaceAll(/(?<!\d\.?)[1-9]\d{0,2}(?:\.\d{3})+(?!\d|\.\d)/gu, (number) => number.replaceAll(".", ""));

function adviseWhole(counted: string, amount: Amount | null): string {
  const meant = withoutDots(amount?.text ?? "");
  return `${counted} Write ${HAS_FRACTION.test(meant) ? "the whole number that the source gives" : meant}.`;
}

const HAS_FRACTION = /\d\.\d/u;

const isWhole = (amount: Amount | null) => amount === null || !HAS_FRACTION.test(amount.text);

/** A rule for an amount whose unit is in the column `unit`. A dot in a count may also be a separator of thousands. */
export const wholeAmountRule: RowRule = {
  column: "amount",
  needs: ["amount", "unit"],
  sentence: `${COUNTED} ${AS_WHOLE}`,
  holds: ({ amount, unit }: { readonly amount: Amount | null; readonly unit: string | null }) =>
    isWhole(amount) || unit === null || measuredUnits.includes(unit),
  advise: ({ amount }: { readonly amount: Amount | null }) => adviseWhole(COUNTED, amount),
};

/** The same rule for a column that counts. */
export const wholeCountRule = <const N extends string>(column: N): RowRule => ({
  column,
  needs: [column],
  sentence: `${column} is a whole number. ${AS_WHOLE}`,
  holds: (cells: Readonly<Record<N, Amount | null>>) => isWhole(cells[column]),
  advise: (cells: Readonly<Record<N, Amount | null>>) => adviseWhole(`${column} is a whole number.`, cells[column]),
});

/** A forecast never becomes an event, a step or an incident (raw/README.md). */
export const noForecast = (what: string): RowRule => ({
  column: "statement_type",
  needs: ["statement_type"],
  sentence: `Do not code a forecast as ${what}. Code it as an outlook in profile.csv.`,
  holds: ({ statement_type }: { readonly statement_type: string }) => statement_type !== "forecast",
});
