/** A file that a step produces, with its path relative to the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
