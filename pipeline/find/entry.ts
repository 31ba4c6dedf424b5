/** What a search finds. Kinds with equally good hits are shown in this order. */
export const kinds = [
  "actor",
  "place",
  "code",
  "source",
  "work",
  "record",
  "disagreement",
  "erratum",
  "retired",
] as const;
export type Kind = (typeof kinds)[number];

/** What a coder needs to know about something next to its id, by a word for it: `type` → `jihadist_group`. Never empty. */
export type Facts = Readonly<Record<string, readonly string[]>>;

/** Something that a coder may look for. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly label: string;
  /** What else it is called: its acronym, the names that sources use, the value of a record. */
  readonly names: readonly string[];
  readonly facts: Facts;
  /** The other texts of its rows, which a search looks through too. */
  readonly texts: readonly string[];
}
