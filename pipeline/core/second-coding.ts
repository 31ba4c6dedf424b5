import type { CodedTableName } from "#schemas/coded-tables.ts";
import type { StagedTables } from "./staged.ts";

/** A second coding of a source after `stage`. */
export interface SecondCoding {
  readonly sourceId: string;
  readonly coderId: string;
  /** The folder of the coding, as the user would type it. */
  readonly path: string;
  /** One hash over the names and bytes of its files. */
  readonly sha256: string;
  /** Whether all its files could be read. */
  readonly isWhole: boolean;
  /** Tables that it leaves out have no rows here. */
  readonly tables: StagedTables;
  /** The tables that it has, be it without rows. */
  readonly tablesCoded: readonly CodedTableName[];
}
