/** Text in one font on one baseline, as the PDF has it. Lengths are in points, `y` is counted from the top of the page. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly right: number;
  readonly size: number;
  readonly isBold: boolean;
  /** Small and above the baseline of its neighbour, as note marks are; `y` is then the neighbour's baseline. */
  readonly isRaised: boolean;
  /** Whether the PDF has a space before it, however narrow. */
  readonly isSpaced?: boolean;
}

/** A line that is drawn across a part of the page. */
export interface Rule {
  readonly x: number;
  readonly right: number;
  readonly y: number;
}

/** A part of the page. */
export interface Box extends Rule {
  readonly bottom: number;
}

export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Text that runs in another direction than that of the page. */
  readonly rotated: readonly string[];
  /** Words with letters that have no character in Unicode, with \u25A1 for each. */
  readonly incomplete: readonly string[];
  readonly rules: readonly Rule[];
  /** Where the page shows a drawing that is an object of its own, such as a chart. */
  readonly drawings: readonly Box[];
  /** Share of the page that its largest picture covers. */
  readonly pictureShare: number;
  /** Share of the characters that are drawn invisibly. */
  readonly invisibleShare: number;
}

/** The median, or `fallback` for an empty list. */
export function median(values: readonly number[], fallback: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? fallback;
}

/** The value that has most weight, to the half point; the smallest of several. */
export function heaviest(values: readonly (readonly [value: number, weight: number])[], fallback: number): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  const [best] = [...weights].sort(([a, m], [b, n]) => n - m || a - b);
  return best?.[0] ?? fallback;
}
