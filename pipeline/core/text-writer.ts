/** A text file that is being written. */
export interface TextWriter {
  readonly write: (text: string) => void;
  readonly close: () => void;
}
