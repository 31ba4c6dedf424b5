/** What a cell holds after `stage`: what is not known is `null`, and nothing else. */
export type Value = string | number | boolean | null;

export type Row = Readonly<Record<string, Value>>;

/** Lists are kept as one text, joined like this. */
const LIST_SEPARATOR = "; ";

export const splitList = (list: Value | undefined): string[] =>
  typeof list === "string" && list !== "" ? list.split(LIST_SEPARATOR) : [];

export const joinList = (items: Iterable<string>): string | null => [...items].join(LIST_SEPARATOR) || null;
