import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { isCodersDisagreement } from "#schemas/coded/disagreements.ts";
import type { Column } from "#schemas/column.ts";
import { amountNames } from "#schemas/published/derived-columns.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { isLastingId } from "./identity.ts";

/** Disagreements that the pipeline finds in a record, and their sides, come and go with the record. */
export const isCoded = ({ table, recordId }: RowChange) =>
  table === "disagreement_sides"
    ? isCodersDisagreement(recordId.slice(0, recordId.indexOf("/")))
    : isLastingId(table, recordId);

const known = new Map<string, ReadonlyMap<string, string>>();

/** By published column with a coded value, the coded column. `location`, copied from places, has none. */
export function ownColumns(table: string): ReadonlyMap<string, string> {
  const own = known.get(table) ?? new Map([...originsOf(table)].flatMap(ownColumn));
  known.set(table, own);
  return own;
}

const ownColumn = ([published, { name }]: [string, Column]): [string, string][] =>
  published === name || Object.values(amountNames(name)).includes(published) ? [[published, name]] : [];
