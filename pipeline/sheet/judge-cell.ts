import { plainDecimal } from "#pipeline/core/csv-text.ts";
import type { Alteration } from "#pipeline/core/issues/sheet-issue.ts";
import type { Column } from "#schemas/column.ts";
import { withLineFeeds } from "./coded-file.ts";
import { alterationOfText, ERROR_VALUE } from "./judge-text.ts";
import type { SheetCell } from "./sheet-cells.ts";

/** What a cell of a workbook means. */
export interface Judged {
  readonly value: string;
  /** What a spreadsheet program did to it; `null` if a person wrote it, or nobody did anything. */
  readonly alteration: Alteration | null;
  /** Whether what was there before is known to be meant, so that nobody needs to act. */
  readonly isRestored: boolean;
}

const written = (value: string): Judged => ({ value, alteration: null, isRestored: false });
const altered = (value: string, alteration: Alteration): Judged => ({ value, alteration, isRestored: false });
const restored = (value: string, alteration: Alteration): Judged => ({ value, alteration, isRestored: true });

/** `before` is what the coded file has in the cell, `null` for a new row. */
export function judgeCell(cell: SheetCell | undefined, before: string | null, column: Column): Judged {
  if (cell === undefined) return judgeText("", before);
  const { kind, text, isFormula } = cell;
  if (isFormula) return altered(text, "formula");
  if (kind === "error" || (ERROR_VALUE.test(text) && text !== before)) return altered(text, "error");
  if (kind === "date") return altered(text, "date");
  if (kind === "boolean") return column.kind === "boolean" ? written(text) : altered(text, "boolean");
  return kind === "number" ? judgeNumber(cell, before, column) : judgeText(text, before);
}

function judgeText(text: string, before: string | null): Judged {
  if (before === null) return written(text);
  if (text === withLineFeeds(before)) return written(before);
  if (text !== "" && text.trim() === withLineFeeds(before).trim()) return restored(before, "spaces");
  const alteration = alterationOfText(before, text);
  return alteration === null ? written(text) : altered(text, alteration);
}

const NUMERIC: ReadonlySet<Column["kind"]> = new Set(["amount", "integer", "decimal"]);
const PLAIN = /^-?\d+(?:\.\d+)?$/u;

/** The digits of a number that spreadsheet programs keep. */
const KEPT_DIGITS = 15;

/** Columns of numbers may hold a number, as after pasting; anywhere else, nobody knows what was typed. */
function judgeNumber({ text, look }: SheetCell, before: string | null, column: Column): Judged {
  if (look === "date") return altered(text, "date");
  const number = Number(text);
  const isSame = before !== null && PLAIN.test(before) && Number(before) === number;
  if (look === "plain" && before !== null && isSame && (NUMERIC.has(column.kind) || before === text))
    return restored(before, "number");
  if (!NUMERIC.has(column.kind)) return altered(text, "number");
  if (look === "other") return altered(text, "number-format");
  if (!Number.isFinite(number) || Math.abs(number) >= 10 ** KEPT_DIGITS) return altered(text, "rounded");
  // Excel stores 1.1 as 1.1000000000000001.
  return written(plainDecimal(Number(number.toPrecision(KEPT_DIGITS))));
}
