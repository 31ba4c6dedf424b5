/** A date that is only as precise as its source: EDTF text, and the first and last ISO day that it allows. */
export type PartialDate = {
  readonly edtf: string;
  /** `null` if the date is open or unknown at that end. */
  readonly earliest: string | null;
  readonly latest: string | null;
};

/** The numbers that a claim allows. An end that the source leaves open is infinite. */
export type Amount = {
  /** The amount as coded: `1300`, `1000..2000`, `>1300`. */
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** The number itself, if the source gives a single one. */
  readonly point: number | null;
};
