import type { EventRowIssue } from "#pipeline/core/issues/events-issue.ts";
import type { ProfileCell } from "#schemas/events/profile.ts";
import type { MappedColumns } from "./map-columns.ts";
import { readId, readText } from "./read-cell.ts";

/** What is wrong with a row, and in which column; `null` for the row as a whole. */
export interface RowIssue {
  readonly column: string | null;
  readonly issue: EventRowIssue;
}

/** The cells of one row by their names in the profile, and what is found to be wrong with them. */
export class RowCells {
  readonly issues: RowIssue[] = [];
  readonly #columns: MappedColumns;
  readonly #cells: readonly string[];

  constructor(columns: MappedColumns, cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  /** The cell as it stands; `undefined` if the file has no such column. */
  written(cell: ProfileCell): string | undefined {
    const column = this.#columns[cell];
    return column === undefined ? undefined : this.#cells[column.position];
  }

  text(cell: ProfileCell): string | null {
    return readText(this.written(cell));
  }

  id(cell: ProfileCell): string | null {
    return readId(this.written(cell));
  }

  fault(cell: ProfileCell, issue: EventRowIssue): void {
    this.issues.push({ column: this.#columns[cell]?.header ?? null, issue });
  }
}
