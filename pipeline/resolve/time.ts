import type { Issue } from "#pipeline/core/issue.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { PartialDate } from "#schemas/cell-values.ts";

/** The date of a claim must not be later than its source, except in a forecast. */
export function checkTimes(
  statements: readonly Statement[],
  publishedOn: (sourceId: string) => PartialDate | null,
): Issue[] {
  return statements.flatMap(({ values, sourceId, at }): Issue[] => {
    const date = "date" in values ? values.date : null;
    const source = publishedOn(sourceId);
    if (date === null || values.statement_type === "forecast" || source?.latest == null) return [];
    if (!isAfter(date, source.latest)) return [];
    const issue = { value: date.edtf, sourceId, sourceDate: source.edtf };
    return [{ code: "resolve/date-after-source", at: { ...at, column: "date" }, ...issue }];
  });
}

/** Whether a date, or the end of an interval, is certainly after a day. */
function isAfter(date: PartialDate, day: string): boolean {
  const [, end = ""] = date.edtf.split("/");
  const last = end === "" || end === ".." ? date : parsePartialDate(end);
  const { earliest } = typeof last === "string" ? date : last;
  return earliest !== null && earliest > day;
}
