import type { Issue } from "#pipeline/core/issue.ts";
import type { CellChange } from "#pipeline/publish/compare/diff-rows.ts";
import { numberFactor } from "#schemas/guards.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { codedFile } from "./coded-file.ts";
import { EVERY_RECORD, isFromColumn, liftKey } from "./corrections.ts";
import type { Guarded, GuardInput } from "./release-limits.ts";

/** Reports published numbers that become ten times as high or as low, unless an open correction covers them. */
export function checkNumberJumps({ diff, open, correctionsPath }: GuardInput): Guarded {
  const lifting = new Set<string>();
  const issues = diff.rows.flatMap(({ table, recordId, cells }): Issue[] => {
    const jump = cells.find((cell) => originsOf(table).get(cell.column)?.kind === "amount" && isJump(cell));
    const column = originsOf(table).get(jump?.column ?? "")?.name;
    if (jump === undefined || column === undefined) return [];
    const lifts = open.flatMap(({ line, values, ids }) => {
      const isOf = values.column === null || isFromColumn(table, jump.column, values.column);
      if (values.table !== table || !isOf) return [];
      return ids.filter((id) => id === recordId || id === EVERY_RECORD).map((id) => liftKey(line, id));
    });
    for (const lift of lifts) lifting.add(lift);
    if (lifts.length > 0) return [];
    const at = { file: codedFile(correctionsPath, table), line: null, column };
    const { before, after } = jump;
    return [{ code: "publish/number-jump", at, table, id: recordId, before, after, version: diff.from }];
  });
  return { issues, lifting };
}

/** Whether both cells have a number, and one is ten times as high as the other or more. */
function isJump({ before, after }: CellChange): boolean {
  const [low = 0, high = 0] = [Number(before), Number(after)].sort((a, b) => a - b);
  return before !== "" && after !== "" && low > 0 && high / low >= numberFactor;
}
