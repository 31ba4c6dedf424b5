import { stageRaw } from "#pipeline/run.ts";
import { aRawInput, type CodedTables } from "#tests/builders/raw.ts";

/** What the first two steps make of `aRawInput(tables)`, rows with errors included. */
export const stagedRaw = (tables: CodedTables = {}) => stageRaw(aRawInput(tables));
