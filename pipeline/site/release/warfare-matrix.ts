import { groupBy } from "#pipeline/core/group-by.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** An incident or a pattern of economic warfare. */
export interface WarfareRecord {
  readonly table: "economic_warfare_incidents" | "economic_warfare_patterns";
  readonly row: Cells;
}

/** The columns that are no country. */
export const SEVERAL = "\u0001several";
export const NOWHERE = "\u0002nowhere";

/** The records of one mode by tactic and country. */
export interface WarfareMatrix {
  readonly mode: string;
  readonly tactics: readonly string[];
  /** Countries by name, then `SEVERAL` and `NOWHERE` as far as there are such records. */
  readonly columns: readonly string[];
  readonly at: (tactic: string, column: string) => readonly WarfareRecord[];
}

export const warfareRecords = (view: ReleaseView): WarfareRecord[] =>
  (["economic_warfare_incidents", "economic_warfare_patterns"] as const).flatMap((table) =>
    view.rows(table).map((row) => ({ table, row })),
  );

/** One matrix for each mode, in the order of the code list. */
export function warfareMatrices(view: ReleaseView): WarfareMatrix[] {
  const records = warfareRecords(view);
  return view
    .where("codelists", "codelist", "mode")
    .map(({ code = "" }) =>
      matrixOf(
        code,
        records.filter(({ row }) => row.mode === code),
        view,
      ),
    )
    .filter(({ tactics }) => tactics.length > 0);
}

function matrixOf(mode: string, records: readonly WarfareRecord[], view: ReleaseView): WarfareMatrix {
  const cells = groupBy(records, ({ row }) => `${row.tactic}/${columnOf(row)}`);
  const used = new Set(records.map(({ row }) => row.tactic ?? ""));
  const columns = [...new Set(records.map(({ row }) => columnOf(row)))];
  const special = [SEVERAL, NOWHERE];
  return {
    mode,
    tactics: view
      .where("codelists", "codelist", "tactic")
      .map(({ code = "" }) => code)
      .filter((code) => used.has(code)),
    columns: [
      ...columns.filter((name) => !special.includes(name)).sort(),
      ...special.filter((name) => columns.includes(name)),
    ],
    at: (tactic, column) => cells.get(`${tactic}/${column}`) ?? [],
  };
}

/** A place in several countries has no country, but is a place. */
const columnOf = ({ country = "", place_id: place = "" }: Cells) => country || (place === "" ? NOWHERE : SEVERAL);
