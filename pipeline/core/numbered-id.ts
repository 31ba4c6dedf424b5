/** Digits of a number in an id, with zeros before it; higher numbers have more. */
const DIGITS = 3;

/** The number of an id such as `exp-014` with this prefix; `null` for any other text, such as `dis-exp-014-date`. */
export function numberOfId(id: string, prefix: string): number | null {
  const number = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : "";
  return /^\d{1,15}$/u.test(number) ? Number(number) : null;
}

/** `exp` and 14 → `exp-014`. */
export const numberedId = (prefix: string, number: number) => `${prefix}-${String(number).padStart(DIGITS, "0")}`;

/** The highest number among the ids with this prefix; 0 if none has it. */
export function highestNumber(prefix: string, ids: Iterable<string>): number {
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, numberOfId(id, prefix) ?? 0);
  return highest;
}
