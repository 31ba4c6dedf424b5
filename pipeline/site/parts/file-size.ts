const UNITS = ["B", "kB", "MB", "GB"] as const;

/** `153 kB`: powers of 1000, with three digits at most. */
export function fileSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : size >= 9.95 ? 1 : 2;
  return `${size.toFixed(digits)} ${UNITS[unit] ?? ""}`;
}
