/** One file that a step makes, its path relative to the folder that it goes into. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
