import type { StagedTables } from "./staged.ts";

/** A second coding of a source after `stage`. Tables that it leaves out have no rows. */
export interface SecondCoding {
  readonly sourceId: string;
  readonly coderId: string;
  /** The folder of the coding, as the user would type it. */
  readonly path: string;
  /** One hash over the names and bytes of its files. */
  readonly sha256: string;
  /** Whether all its files could be read. */
  readonly isWhole: boolean;
  readonly tables: StagedTables;
}
