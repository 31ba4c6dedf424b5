import type { z } from "zod";
import { ActorAlias, actorAliasRules } from "#schemas/coded/actor-aliases.ts";
import { ActorName } from "#schemas/coded/actor-names.ts";
import { Actor } from "#schemas/coded/actors.ts";
import { Checked } from "#schemas/coded/checked.ts";
import { CitedWork } from "#schemas/coded/cited-works.ts";
import { Coder, coderRules } from "#schemas/coded/coders.ts";
import { Correction } from "#schemas/coded/corrections.ts";
import { Decision } from "#schemas/coded/decisions.ts";
import { DisagreementSide, disagreementSideRules } from "#schemas/coded/disagreement-sides.ts";
import { Disagreement, disagreementRules } from "#schemas/coded/disagreements.ts";
import { EconomicWarfare, economicWarfareRules } from "#schemas/coded/economic-warfare.ts";
import { Erratum, erratumRules } from "#schemas/coded/errata.ts";
import { EventCount } from "#schemas/coded/event-counts.ts";
import { EventLink, eventLinkRules } from "#schemas/coded/event-links.ts";
import { Event, eventRules } from "#schemas/coded/events.ts";
import { ExpansionStep, expansionRules } from "#schemas/coded/expansion.ts";
import { PassedOver } from "#schemas/coded/passed-over.ts";
import { Place, placeRules } from "#schemas/coded/places.ts";
import { Profile, profileRules } from "#schemas/coded/profile.ts";
import { Relation, relationRules } from "#schemas/coded/relations.ts";
import { Retired } from "#schemas/coded/retired.ts";
import { Source } from "#schemas/coded/sources.ts";
import { isContent, statementRules } from "#schemas/coded/statement.ts";
import { type Column, columnsOf, type StagedRow } from "#schemas/column.ts";
import type { RowRule } from "#schemas/row-rule.ts";

/** A table in raw/coded, written by people. */
export interface CodedTable {
  readonly row: z.ZodObject;
  /** What a row is, in one sentence. */
  readonly description: string;
  /** `statements`: what one source says about one record, many rows per record. `entries`: a register, one row per key. */
  readonly holds: "statements" | "entries";
  /** The columns that identify an entry; empty for statements. */
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
  /** The published tables that its rows go into; empty if the table is not published. */
  readonly publishedIn: readonly string[];
  /** If its rows go into several tables, the column whose code says which. Those tables do not repeat the column. */
  readonly split: { readonly column: string; readonly tables: Readonly<Record<string, string>> } | null;
  /** What the table's ids begin with, such as `exp` in `exp-014`; `null` if people choose the ids, such as `jnim`. */
  readonly idPrefix: string | null;
  /** Whether a row of another table must refer to each row. */
  readonly mustBeUsed: boolean;
  /** Whether it is normal for the table to have no rows. */
  readonly mayBeEmpty: boolean;
  /**
   * What a second coding of a source does with the table. `compared`: its rows are compared with those of other codings.
   * `kept`: it may have rows that others refer to, or that only say what was read. `null`: it has no such table.
   */
  readonly inSecondCodings: "compared" | "kept" | null;
}

/** A coded table as the compiler sees it: with its columns and the names of its published tables. */
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
  inSecondCodings: null,
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
  inSecondCodings: "compared",
  row,
  description,
  holds: "statements",
  key: [],
  ...options,
  rules: [...statementRules, ...(options.rules ?? [])],
});

/** The tables in raw/coded, in the order in which their issues are reported. A coded table is defined here and nowhere else. */
export const codedTables = {
  sources: register(Source, "A document that was coded.", ["source_id"], { publishedIn: ["source_provenance"] }),
  cited_works: register(CitedWork, "A work that a source cites.", ["work_id"], {
    publishedIn: ["cited_works"],
    idPrefix: "wrk",
    inSecondCodings: "compared",
  }),
  actors: register(Actor, "A group, force, body or public person that the sources mention.", ["actor_id"], {
    publishedIn: ["actors"],
    mustBeUsed: true,
    inSecondCodings: "kept",
  }),
  places: register(Place, "A place, area or country that the sources mention.", ["place_id"], {
    publishedIn: ["places"],
    rules: placeRules,
    mustBeUsed: true,
    inSecondCodings: "kept",
  }),
  profile: statements(Profile, "A source says that an actor has an attribute with a value.", {
    publishedIn: ["actor_profile"],
    rules: profileRules,
    idPrefix: "prf",
  }),
  relations: statements(Relation, "A source says that one actor is related to another.", {
    publishedIn: ["actor_relations"],
    rules: relationRules,
    idPrefix: "rel",
  }),
  actor_names: statements(ActorName, "A source calls an actor by a name.", {
    publishedIn: ["actor_names"],
    idPrefix: "nam",
  }),
  expansion: statements(ExpansionStep, "A source describes a step in an actor's expansion.", {
    publishedIn: ["expansion_timeline"],
    rules: expansionRules,
    idPrefix: "exp",
  }),
  economic_warfare: statements(EconomicWarfare, "A source describes an act or practice of economic warfare.", {
    publishedIn: ["economic_warfare_incidents", "economic_warfare_patterns"],
    split: {
      column: "kind",
      tables: { incident: "economic_warfare_incidents", pattern: "economic_warfare_patterns" },
    },
    rules: economicWarfareRules,
    idPrefix: "ewf",
  }),
  events: statements(Event, "A source describes a conflict or political event.", {
    publishedIn: ["events"],
    rules: eventRules,
    idPrefix: "evt",
  }),
  errata: register(Erratum, "A slip in a source.", ["erratum_id"], {
    publishedIn: ["errata"],
    rules: erratumRules,
    idPrefix: "err",
    inSecondCodings: "compared",
  }),
  passed_over: register(PassedOver, "Sentences that contain nothing to code.", ["source_id", "locator"], {
    inSecondCodings: "kept",
  }),
  decisions: register(Decision, "A coder's decision where the rule would be wrong.", ["table", "record_id", "column"], {
    mayBeEmpty: true,
  }),
  disagreements: register(Disagreement, "A question that the sources answer differently.", ["disagreement_id"], {
    publishedIn: ["disagreements"],
    rules: disagreementRules,
    idPrefix: "dis",
    mayBeEmpty: true,
  }),
  disagreement_sides: register(
    DisagreementSide,
    "What one source says on such a question.",
    ["disagreement_id", "side", "table", "record_id", "source_id", "evidence"],
    { publishedIn: ["disagreement_sides"], rules: disagreementSideRules, mayBeEmpty: true },
  ),
  corrections: register(
    Correction,
    "Why published records were corrected.",
    ["table", "record_id", "column", "reason"],
    { mayBeEmpty: true },
  ),
  checked: register(
    Checked,
    "A warning that a coder looked at, and found that the data are right.",
    ["table", "record_id", "column", "warning", "value"],
    { mayBeEmpty: true },
  ),
  actor_aliases: register(
    ActorAlias,
    "A name that event data use for an actor.",
    ["event_source", "name", "actor_id", "valid_from", "countries"],
    { rules: actorAliasRules, mayBeEmpty: true },
  ),
  event_links: register(
    EventLink,
    "Whether a record is an event of event data.",
    ["table", "record_id", "event_source", "event_id"],
    { publishedIn: ["event_links"], rules: eventLinkRules, mayBeEmpty: true },
  ),
  event_counts: register(
    EventCount,
    "What a query over event data counts, beside a claim.",
    ["table", "record_id", "event_source", "event_edition", "definition"],
    { publishedIn: ["event_counts"], mayBeEmpty: true },
  ),
  coders: register(Coder, "A second coding of a source, and who made it.", ["source_id", "coder_id"], {
    rules: coderRules,
    mayBeEmpty: true,
  }),
  retired: register(Retired, "The tombstone of an id that is no longer used.", ["table", "record_id"], {
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

/** The tables that a second coding of a source may have. */
export const secondTableNames = codedTableNames.filter((name) => codedTables[name].inSecondCodings !== null);

/** A coded table by its name, without the types of its own columns. */
export const codedTable = (name: CodedTableName): CodedTable => codedTables[name];

/** The coded table that a published table is made from; `null` for a derived table. */
export const codedAs = (published: string): CodedTableName | null =>
  codedTableNames.find((name) => codedTable(name).publishedIn.includes(published)) ?? null;

/** The coded columns that hold what a source says, without the column that decides the published table. */
export const contentColumns = (name: CodedTableName): readonly Column[] => {
  const { row, split } = codedTable(name);
  return columnsOf(row).filter((column) => isContent(column.name) && column.name !== split?.column);
};

/** The published table that a coded row goes into. */
export function publishedTableOf(name: CodedTableName, row: Readonly<Record<string, unknown>>): string {
  const { publishedIn, split } = codedTable(name);
  const table = split === null ? publishedIn[0] : split.tables[String(row[split.column])];
  if (table === undefined) throw new Error(`No published table is declared for a row of ${name}.`);
  return table;
}
