import type { z } from "zod";
import { ActorName } from "#schemas/coded/actor-names.ts";
import { Actor } from "#schemas/coded/actors.ts";
import { CitedWork } from "#schemas/coded/cited-works.ts";
import { Decision } from "#schemas/coded/decisions.ts";
import { EconomicWarfare, economicWarfareRules } from "#schemas/coded/economic-warfare.ts";
import { Erratum, erratumRules } from "#schemas/coded/errata.ts";
import { Event, eventRules } from "#schemas/coded/events.ts";
import { ExpansionStep, expansionRules } from "#schemas/coded/expansion.ts";
import { PassedOver } from "#schemas/coded/passed-over.ts";
import { Place, placeRules } from "#schemas/coded/places.ts";
import { Profile, profileRules } from "#schemas/coded/profile.ts";
import { Relation, relationRules } from "#schemas/coded/relations.ts";
import { Retired } from "#schemas/coded/retired.ts";
import { Source } from "#schemas/coded/sources.ts";
import { isHead, statementRules } from "#schemas/coded/statement.ts";
import { type Column, columnsOf, type StagedRow } from "#schemas/column.ts";
import type { RowRule } from "#schemas/row-rule.ts";

/** A table of raw/coded, written by people. */
export interface CodedTable {
  readonly row: z.ZodObject;
  /** What a row is, in one sentence. */
  readonly description: string;
  /** `statements`: rows of one source about one record, many to a record. `entries`: a register, one row for each key. */
  readonly holds: "statements" | "entries";
  /** The columns that no two entries share; none for statements. */
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
  /** The published tables in which its rows are found; none for a table that is not published. */
  readonly publishedIn: readonly string[];
  /** The column whose code decides which of them, where there are several: it is said by the table and is no column of it. */
  readonly split: { readonly column: string; readonly tables: Readonly<Record<string, string>> } | null;
  /** With which the table's ids begin, as `exp-014`; `null` where an id is a name that people choose, as `jnim`. */
  readonly idPrefix: string | null;
  /** Whether a row must be named by a row of another table. */
  readonly mustBeUsed: boolean;
  /** Whether a table without rows is normal. */
  readonly mayBeEmpty: boolean;
}

/** A coded table as the compiler knows it: with its columns, and the published tables by name. */
interface KnownTable<R extends z.ZodObject, H extends CodedTable["holds"], P extends string> extends CodedTable {
  readonly row: R;
  readonly holds: H;
  readonly publishedIn: readonly P[];
}

type Options<P extends string> = Partial<Omit<CodedTable, "row" | "description" | "holds" | "key">> & {
  readonly publishedIn?: readonly P[];
};

const DEFAULTS = {
  rules: [],
  split: null,
  idPrefix: null,
  mustBeUsed: false,
  mayBeEmpty: false,
};

const register = <R extends z.ZodObject, const P extends string = never>(
  row: R,
  description: string,
  key: readonly string[],
  options: Options<P> = {},
): KnownTable<R, "entries", P> => ({
  ...DEFAULTS,
  publishedIn: [],
  row,
  description,
  holds: "entries",
  key,
  ...options,
});

const statements = <R extends z.ZodObject, const P extends string>(
  row: R,
  description: string,
  options: Options<P> & { readonly publishedIn: readonly P[]; readonly idPrefix: string },
): KnownTable<R, "statements", P> => ({
  ...DEFAULTS,
  row,
  description,
  holds: "statements",
  key: [],
  ...options,
  rules: [...statementRules, ...(options.rules ?? [])],
});

/** The tables of raw/coded, in the order in which their issues are reported. Everything that a table is stands here. */
export const codedTables = {
  sources: register(Source, "A document that was coded.", ["source_id"], { publishedIn: ["source_provenance"] }),
  cited_works: register(CitedWork, "A work that a source cites.", ["work_id"], {
    publishedIn: ["cited_works"],
    idPrefix: "wrk",
  }),
  actors: register(Actor, "A group, force, body or public person that the sources speak of.", ["actor_id"], {
    publishedIn: ["actors"],
    mustBeUsed: true,
  }),
  places: register(Place, "A place, area or country that the sources speak of.", ["place_id"], {
    publishedIn: ["places"],
    rules: placeRules,
    mustBeUsed: true,
  }),
  profile: statements(Profile, "A source says that an actor has an attribute with a value.", {
    publishedIn: ["actor_profile"],
    rules: profileRules,
    idPrefix: "prf",
  }),
  relations: statements(Relation, "A source says that one actor stands in a relation to another.", {
    publishedIn: ["actor_relations"],
    rules: relationRules,
    idPrefix: "rel",
  }),
  actor_names: statements(ActorName, "A source calls an actor by a name.", {
    publishedIn: ["actor_names"],
    idPrefix: "nam",
  }),
  expansion: statements(ExpansionStep, "A source tells of a step in an actor's expansion.", {
    publishedIn: ["expansion_timeline"],
    rules: expansionRules,
    idPrefix: "exp",
  }),
  economic_warfare: statements(EconomicWarfare, "A source tells of an act or practice of economic warfare.", {
    publishedIn: ["economic_warfare_incidents", "economic_warfare_patterns"],
    split: {
      column: "kind",
      tables: { incident: "economic_warfare_incidents", pattern: "economic_warfare_patterns" },
    },
    rules: economicWarfareRules,
    idPrefix: "ewf",
  }),
  events: statements(Event, "A source tells of a conflict or political event.", {
    publishedIn: ["events"],
    rules: eventRules,
    idPrefix: "evt",
  }),
  errata: register(Erratum, "A slip in a source.", ["erratum_id"], {
    publishedIn: ["errata"],
    rules: erratumRules,
    idPrefix: "err",
  }),
  passed_over: register(PassedOver, "Sentences that hold nothing to code.", ["source_id", "locator"]),
  decisions: register(Decision, "A coder's decision where the rule would be wrong.", ["table", "record_id", "column"], {
    mayBeEmpty: true,
  }),
  retired: register(Retired, "The tombstone of an id that is used no longer.", ["table", "record_id"], {
    publishedIn: ["retired"],
    mayBeEmpty: true,
  }),
} satisfies Record<string, CodedTable>;

type CodedTables = typeof codedTables;
export type CodedTableName = keyof CodedTables;

/** A row of a coded table after `stage`. */
export type CodedRow<N extends CodedTableName> = { [T in N]: StagedRow<CodedTables[T]["row"]["shape"]> }[N];

type NamesOf<H extends CodedTable["holds"]> = {
  [N in CodedTableName]: CodedTables[N]["holds"] extends H ? N : never;
}[CodedTableName];

/** A table of statements. */
export type StatementTableName = NamesOf<"statements">;

/** The published tables of statements. */
export type StatedTableName = CodedTables[StatementTableName]["publishedIn"][number];

export const codedTableNames = Object.keys(codedTables).filter((name): name is CodedTableName => name in codedTables);

export const statementTableNames = codedTableNames.filter(
  (name): name is StatementTableName => codedTables[name].holds === "statements",
);

/** A coded table by its name, seen as any other. */
export const codedTable = (name: CodedTableName): CodedTable => codedTables[name];

/** The coded table whose rows are found in a published one; `null` for a derived table. */
export const codedAs = (published: string): CodedTableName | null =>
  codedTableNames.find((name) => codedTable(name).publishedIn.includes(published)) ?? null;

/** The coded columns that hold what a source says: all but the head and the column that the published table says. */
export const contentColumns = (name: CodedTableName): readonly Column[] => {
  const { row, split } = codedTable(name);
  return columnsOf(row).filter((column) => !isHead(column.name) && column.name !== split?.column);
};

/** The published table into which a row of a coded table goes. */
export function publishedTableOf(name: CodedTableName, row: Readonly<Record<string, unknown>>): string {
  const { publishedIn, split } = codedTable(name);
  const table = split === null ? publishedIn[0] : split.tables[String(row[split.column])];
  if (table === undefined) throw new Error(`No published table is declared for a row of ${name}.`);
  return table;
}
