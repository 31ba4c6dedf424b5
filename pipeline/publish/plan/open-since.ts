import { aboutRecords, type CellOfClaim } from "./claim-traces.ts";
import { type Corrections, type OpenCorrection, openCorrections, type Past } from "./corrections.ts";

/**
 * The corrections that still have something to explain after these releases. Where only a claim shows a correction, its
 * reason was recorded for the record that the claim is about; `claimed` finds that record.
 */
export const openSince = (
  corrections: Corrections,
  { changes, correctionKeys }: Past,
  claimed: CellOfClaim,
): OpenCorrection[] => openCorrections(corrections, { changes: aboutRecords(changes, claimed), correctionKeys });
