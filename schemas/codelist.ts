export interface Code<C extends string = string> {
  readonly code: C;
  readonly label: string;
  readonly definition: string;
}

/** A closed list of codes, each with a label and a definition that readers see. */
export interface Codelist<C extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly codes: readonly Code<C>[];
}

/** The label of a code; the code itself if the list does not have it, as with a code of an old release. */
export const labelIn = ({ codes }: Codelist, code: string): string =>
  codes.find((entry) => entry.code === code)?.label ?? code;

/** Codes as `code: [label, definition]`, in the order in which readers see them. */
export function codelist<const C extends string>(
  name: string,
  title: string,
  codes: Readonly<Record<C, readonly [label: string, definition: string]>>,
): Codelist<C> {
  const entries = Object.entries<readonly [string, string]>(codes);
  const isCode = (code: string): code is C => code in codes;
  return {
    name,
    title,
    codes: entries.flatMap(([code, [label, definition]]) => (isCode(code) ? [{ code, label, definition }] : [])),
  };
}
