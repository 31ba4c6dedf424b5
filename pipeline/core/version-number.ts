/** `1.12.0` as three numbers, or `null` for a text of any other form. Versions have no tags. */
export function parseVersion(text: string): readonly [major: number, minor: number, patch: number] | null {
  const [, major, minor, patch] = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/u.exec(text) ?? [];
  return major === undefined || minor === undefined || patch === undefined
    ? null
    : [Number(major), Number(minor), Number(patch)];
}

/** Compares versions, newest first: 1.10.0 before 1.9.0. */
export function byNewest(a: string, b: string): number {
  const [one, other] = [parseVersion(a) ?? [0, 0, 0], parseVersion(b) ?? [0, 0, 0]];
  return other[0] - one[0] || other[1] - one[1] || other[2] - one[2];
}
