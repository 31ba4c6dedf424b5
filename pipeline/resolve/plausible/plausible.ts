import type { Issue } from "#pipeline/core/issue.ts";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import { applyChecks } from "./checked.ts";
import { distantDates, earlyDates } from "./dates.ts";
import { distantNumbers, highNumbers, separatedThousands } from "./numbers.ts";
import { partsAboveWhole } from "./parts.ts";
import { misplacedCodes } from "./pcodes.ts";
import { misplacedPoints } from "./points.ts";
import { sameActors } from "./same-actors.ts";
import { foreignScripts } from "./scripts.ts";
import { spreadsheetCells } from "./spreadsheet-cells.ts";
import { probableTwins } from "./twins.ts";
import { contradictedDates } from "./worded-dates.ts";

interface ToJudge {
  readonly tables: StagedTables;
  readonly statements: readonly Statement[];
  readonly publishedOn: (sourceId: string) => PartialDate | null;
  readonly outlines: readonly OutlinedUnit[];
}

/** Warns of values that are possible, but unlikely (`schemas/guards.ts`), unless checked.csv confirms them. */
export function checkPlausible({ tables, statements, publishedOn, outlines }: ToJudge): Issue[] {
  const findings = [
    ...misplacedPoints(tables.places, outlines),
    ...misplacedCodes(tables.places, outlines),
    ...earlyDates(tables),
    ...distantDates({ tables, statements, publishedOn }),
    ...contradictedDates(statements),
    ...spreadsheetCells(tables),
    ...distantNumbers(statements),
    ...highNumbers(statements),
    ...separatedThousands(statements),
    ...partsAboveWhole(statements),
    ...sameActors(statements),
    ...probableTwins(statements),
    ...foreignScripts(tables),
  ];
  return applyChecks(findings, tables, { hasOutlines: outlines.length > 0 });
}
