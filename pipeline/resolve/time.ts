import type { Issue } from "#pipeline/core/issue.ts";
import { type PartialDate, parsePartialDate, readPartialDate } from "#pipeline/core/partial-date.ts";
import type { Statement } from "#pipeline/core/record.ts";

/** A claim does not extend past its source's own date; a forecast does by its nature. */
export function checkTimes(
  statements: readonly Statement[],
  publishedOn: (sourceId: string) => PartialDate | null,
): Issue[] {
  return statements.flatMap((statement): Issue[] => {
    const { date, statement_type } = statement.values;
    const source = publishedOn(statement.sourceId);
    if (typeof date !== "string" || statement_type === "forecast" || source?.latest == null) return [];
    if (!isAfter(date, source.latest)) return [];
    const at = { ...statement.at, column: "date" };
    return [
      { code: "resolve/date-after-source", at, value: date, sourceId: statement.sourceId, sourceDate: source.edtf },
    ];
  });
}

/** Whether a date, or the end of an interval, can only lie after a day. */
function isAfter(date: string, day: string): boolean {
  const [, end = ""] = date.split("/");
  const last = end === "" || end === ".." ? date : end;
  const parsed = parsePartialDate(last);
  const { earliest } = typeof parsed === "string" ? readPartialDate(date) : parsed;
  return earliest !== null && earliest > day;
}
