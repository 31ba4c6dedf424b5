/** What kind of time a date stands for, by its EDTF form. */
export type TimeShape =
  /** One day, known. */
  | "day"
  /** Once, somewhere between its bounds. */
  | "once"
  /** All the time between its bounds. */
  | "lasting"
  /** Its start or its end is not known. */
  | "open";

/** `null` for no date. A set `[a..b]` and a vague date mean once; an interval `a/b` means that it lasted. */
export function timeShape(edtf: string): TimeShape | null {
  if (edtf === "") return null;
  if (/\.\.\]|\[\.\.|^\/|\/$|^\.\.\/|\/\.\.$/u.test(edtf)) return "open";
  if (edtf.includes("/")) return "lasting";
  return /^\d{4}-\d{2}-\d{2}[~?%]?$/u.test(edtf) ? "day" : "once";
}
