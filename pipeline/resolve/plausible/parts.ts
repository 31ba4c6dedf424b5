import type { Statement } from "#pipeline/core/resolution.ts";
import type { Finding } from "./finding.ts";

const PARTS = ["fatalities_civilians", "fatalities_security_forces"] as const;

/** Groups of the dead that are certainly larger than all the dead of the same statement, by themselves or together. */
export const partsAboveWhole = (statements: readonly Statement[]): Finding[] =>
  statements.flatMap(({ table, recordId, values, at }): Finding[] => {
    if (!("fatalities" in values) || values.fatalities === null) return [];
    const whole = values.fatalities;
    const parts = PARTS.flatMap((column) => {
      const amount = values[column];
      return amount === null ? [] : [{ column, amount, least: Math.max(0, amount.low) }];
    });
    const above = parts.filter(({ least }) => least > whole.high);
    const sum = parts.reduce((total, { least }) => total + least, 0);
    const [first] = above.length > 0 ? above : parts;
    if (first === undefined || sum <= whole.high) return [];
    const { column } = first;
    const value = above.length > 0 ? first.amount.text : parts.map(({ amount }) => amount.text).join(" and ");
    const check = { table, recordId, column, value };
    return [{ code: "resolve/part-above-whole", at: { ...at, column }, check, whole: whole.text }];
  });
