import type { CellKindName } from "#schemas/cell-kinds.ts";

/** What a column tells about its row, in the order in which people read it. */
export const aspects = ["who", "what", "where", "when", "description", "agreement", "source"] as const;
export type Aspect = (typeof aspects)[number];

interface ColumnFacts {
  readonly kind: CellKindName;
  /** The `table.column` that the cell refers to. */
  readonly refersTo?: string;
  /** What the column declares. */
  readonly aspect?: Aspect;
  readonly isForPrograms?: boolean;
}

const ASPECTS_OF_TABLES: Readonly<Record<string, Aspect>> = {
  actors: "who",
  places: "where",
  sources: "source",
  source_provenance: "source",
  cited_works: "source",
};

/** What the column declares, or else what follows from its kind and from what it refers to. */
export function aspectOf({ kind, refersTo, aspect }: ColumnFacts): Aspect {
  if (aspect !== undefined) return aspect;
  if (refersTo !== undefined) return ASPECTS_OF_TABLES[tableOf(refersTo)] ?? "what";
  if (kind === "date") return "when";
  return kind === "evidence" ? "source" : "what";
}

/** Registers whose names are copied into the row, so that people need not read the id. */
const NAMED: ReadonlySet<string> = new Set(["actors", "places"]);

/**
 * Whether the column is there for programs: an id whose name stands beside it, a code of a place, the position of a
 * sentence, a hash. People rarely read it, and where rows are shown to them it may be folded away.
 */
export const isForPrograms = ({ kind, refersTo, isForPrograms: declared }: ColumnFacts): boolean =>
  declared ?? (kind === "sha256" || kind === "evidence" || (refersTo !== undefined && NAMED.has(tableOf(refersTo))));

const tableOf = (refersTo: string) => refersTo.slice(0, refersTo.indexOf("."));
