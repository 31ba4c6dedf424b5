/** Several reasons for one change are one text, with this between them. */
const BETWEEN_REASONS = " | ";

export const joinReasons = (reasons: readonly (string | null)[]) =>
  [...new Set(reasons.filter((reason) => reason !== null))].join(BETWEEN_REASONS) || null;

export const splitReasons = (reason: string | null): string[] => (reason === null ? [] : reason.split(BETWEEN_REASONS));

/** What begins the reason of a change that corrects nothing, in changes.csv. */
export const DERIVED = "derived";

/** What begins the reason of any other change, if somebody wrote a reason that begins like that mark. */
const STATED = "stated";

/** Whether the reason says that a change is derived: `derived`, `derived: follows from date`. */
export function isMarkedDerived(reason: string | null): boolean {
  const [first = ""] = splitReasons(reason);
  return first === DERIVED || first.startsWith(`${DERIVED}: `);
}

/** How many changes a row sums up: `derived: 3,748 rows`. `null` if it is a single change. */
export function nSummedUp(reason: string | null): number | null {
  const [, number] = /^[^:|]+: ([\d,]+) rows?$/u.exec(reason ?? "") ?? [];
  return number === undefined ? null : Number(number.replaceAll(",", ""));
}

/** The reason of a change that is not derived, so that nobody takes it for the mark of one that is. */
export const statedReason = (reason: string | null) =>
  isMarkedDerived(reason) ? joinReasons([STATED, reason]) : reason;

/** What somebody wrote: the reason without `derived`, or without what keeps it apart from that mark. */
export function withoutMark(reason: string | null): string | null {
  const [first, ...others] = splitReasons(reason);
  const rest = joinReasons(others);
  return isMarkedDerived(reason) || (first === STATED && isMarkedDerived(rest)) ? rest : reason;
}
