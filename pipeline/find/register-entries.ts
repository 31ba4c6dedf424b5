import { aliasesOf, namesIn } from "#pipeline/core/register-names.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { CodedTableName } from "#schemas/coded-tables.ts";
import { cellsOf, itemsOfCell, textOfCell, textsOfRow } from "./coded-cells.ts";
import type { Entry, Facts, Kind } from "./entry.ts";

interface Register {
  readonly kind: Kind;
  readonly id: string;
  /** The columns that can stand for an entry: the first one that is filled does. */
  readonly label: readonly string[];
  /** The columns of its facts, by the word for each. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The tables with one row for each entry, and what a search shows of them. */
const registers = {
  actors: { kind: "actor", id: "actor_id", label: ["name"], facts: { type: "actor_type", country: "country" } },
  places: {
    kind: "place",
    id: "place_id",
    label: ["name"],
    facts: { kind: "kind", country: "country", admin1: "admin1", admin2: "admin2" },
  },
  sources: {
    kind: "source",
    id: "source_id",
    label: ["title"],
    facts: { publisher: "publisher", date: "date_published", status: "status" },
  },
  cited_works: {
    kind: "work",
    id: "work_id",
    label: ["title", "url", "publisher", "authors"],
    facts: {
      authors: "authors",
      publisher: "publisher",
      date: "date_published",
      source: "source_id",
      evidence: "evidence",
    },
  },
  disagreements: { kind: "disagreement", id: "disagreement_id", label: ["question"], facts: { kind: "kind" } },
  errata: {
    kind: "erratum",
    id: "erratum_id",
    label: ["as_printed"],
    facts: { corrected: "corrected", source: "source_id", evidence: "evidence" },
  },
  retired: {
    kind: "retired",
    id: "record_id",
    label: ["reason"],
    facts: { table: "table", replaced_by: "replaced_by" },
  },
} as const satisfies Partial<Record<CodedTableName, Register>>;

export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers).filter((name): name is RegisterName => name in registers);

/** The entries of a register, in file order. */
export function registerEntries(name: RegisterName, tables: StagedTables): Entry[] {
  const { kind, id, label, facts }: Register = registers[name];
  const aliases = name === "actors" ? aliasesOf(tables) : new Map<string, string[]>();
  return cellsOf(name, tables).map((cells): Entry => {
    const entryId = textOfCell(cells, id);
    const title = label.map((column) => textOfCell(cells, column)).find((text) => text !== "") ?? "";
    const called = new Set([...namesIn(name, cells), ...(aliases.get(entryId) ?? [])]);
    const names = [...called].filter((known) => known !== title);
    const known = Object.entries(facts).map(([word, column]) => [word, itemsOfCell(cells, column)] as const);
    return {
      kind,
      id: entryId,
      label: title,
      names,
      facts: filled([...known, ["also", names]]),
      texts: textsOfRow(name, cells),
    };
  });
}

/** The facts that are known. */
export const filled = (facts: Iterable<readonly [word: string, items: readonly string[]]>): Facts =>
  Object.fromEntries([...facts].filter(([, items]) => items.length > 0));
