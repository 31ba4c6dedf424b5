import type { z } from "zod";
import { ActorName } from "#schemas/coded/actor-names.ts";
import { Actor } from "#schemas/coded/actors.ts";
import { CitedWork } from "#schemas/coded/cited-works.ts";
import { Decision } from "#schemas/coded/decisions.ts";
import { EconomicWarfare } from "#schemas/coded/economic-warfare.ts";
import { Erratum } from "#schemas/coded/errata.ts";
import { Event } from "#schemas/coded/events.ts";
import { ExpansionStep } from "#schemas/coded/expansion.ts";
import { PassedOver } from "#schemas/coded/passed-over.ts";
import { Place } from "#schemas/coded/places.ts";
import { Profile } from "#schemas/coded/profile.ts";
import { Relation } from "#schemas/coded/relations.ts";
import { Retired } from "#schemas/coded/retired.ts";
import { Source } from "#schemas/coded/sources.ts";
import { publishedStatement } from "#schemas/published/statement.ts";
import {
  Claim,
  CodelistRow,
  ColumnRow,
  Evidence,
  PublishedActor,
  PublishedExpansionStep,
  PublishedPlace,
  PublishedWork,
  SourceProvenance,
} from "#schemas/published/tables.ts";
import { type RowRule, rulesOf } from "#schemas/row-rules.ts";

/** A table of raw/coded, written by people. */
export interface CodedTable<R extends z.ZodObject = z.ZodObject> {
  readonly row: R;
  /** What a row is, in one sentence. */
  readonly description: string;
  /** The columns that no two rows share; a statement table has none, for many rows speak of one record. */
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
  /** Whether a table without rows is nothing to wonder at. */
  readonly mayBeEmpty: boolean;
  /** Published table, or the column whose code decides it. */
  readonly publishedAs?: string | { readonly column: string; readonly tables: Readonly<Record<string, string>> };
}

const register = <R extends z.ZodObject>(
  row: R,
  description: string,
  key: string[],
  rest: Partial<CodedTable<R>> = {},
) => ({
  row,
  description,
  key,
  rules: rulesOf(row),
  mayBeEmpty: false,
  ...rest,
});

const statements = <R extends z.ZodObject>(
  row: R,
  description: string,
  publishedAs: NonNullable<CodedTable["publishedAs"]>,
) => ({
  row,
  description,
  key: [],
  rules: rulesOf(row),
  mayBeEmpty: false,
  publishedAs,
});

/** The tables of raw/coded, in the order in which their issues are reported. */
export const codedTables = {
  sources: register(Source, "A document that was coded.", ["source_id"], { publishedAs: "source_provenance" }),
  cited_works: register(CitedWork, "A work that a source cites.", ["work_id"], { publishedAs: "cited_works" }),
  actors: register(Actor, "A group, force, body or public person that the sources speak of.", ["actor_id"], {
    publishedAs: "actors",
  }),
  places: register(Place, "A place, area or country that the sources speak of.", ["place_id"], {
    publishedAs: "places",
  }),
  profile: statements(Profile, "A source says that an actor has an attribute with a value.", "actor_profile"),
  relations: statements(Relation, "A source says that one actor stands in a relation to another.", "actor_relations"),
  actor_names: statements(ActorName, "A source calls an actor by a name.", "actor_names"),
  expansion: statements(ExpansionStep, "A source tells of a step in an actor's expansion.", "expansion_timeline"),
  economic_warfare: statements(EconomicWarfare, "A source tells of an act or practice of economic warfare.", {
    column: "kind",
    tables: { incident: "economic_warfare_incidents", pattern: "economic_warfare_patterns" },
  }),
  events: statements(Event, "A source tells of a conflict or political event.", "events"),
  errata: register(Erratum, "A slip in a source.", ["erratum_id"], { publishedAs: "errata" }),
  passed_over: register(PassedOver, "Sentences that hold nothing to code.", ["source_id", "locator"]),
  decisions: register(Decision, "A coder's decision where the rule would be wrong.", ["table", "record_id", "column"], {
    mayBeEmpty: true,
  }),
  retired: register(Retired, "The tombstone of an id that is used no longer.", ["table", "record_id"], {
    publishedAs: "retired",
    mayBeEmpty: true,
  }),
} satisfies Record<string, CodedTable>;

/** A coded table by its name, seen as any other. */
export const codedTable = (name: CodedTableName): CodedTable => codedTables[name];

export type CodedTableName = keyof typeof codedTables;

export const codedTableNames = Object.keys(codedTables).filter((name): name is CodedTableName => name in codedTables);

/** A table of a release. */
export interface PublishedTable {
  readonly title: string;
  /** What a row is, in one sentence. */
  readonly description: string;
  readonly row: z.ZodObject;
  readonly key: readonly string[];
  /** Columns by which the rows are sorted, empty cells last; then by key. Code-unit order, numbers by value. */
  readonly sort: readonly string[];
}

const published = (
  title: string,
  description: string,
  row: z.ZodObject,
  key: string[],
  sort: string[] = [],
): PublishedTable => ({
  title,
  description,
  row,
  key,
  sort,
});

/** The tables of a release, in the order in which readers meet them. */
export const publishedTables = {
  actor_profile: published(
    "Actor profile",
    "One attribute of one actor, with one value.",
    publishedStatement(Profile),
    ["record_id"],
  ),
  expansion_timeline: published(
    "Expansion timeline",
    "One step in the expansion of one actor, in order of time.",
    PublishedExpansionStep,
    ["record_id"],
    ["date_earliest", "date_latest"],
  ),
  economic_warfare_incidents: published(
    "Economic warfare: incidents",
    "One act of economic warfare tied to a place smaller than a country or to a date.",
    publishedStatement(EconomicWarfare.omit({ kind: true })),
    ["record_id"],
  ),
  economic_warfare_patterns: published(
    "Economic warfare: patterns",
    "One practice of economic warfare in general, or in a country or region as a whole.",
    publishedStatement(EconomicWarfare.omit({ kind: true })),
    ["record_id"],
  ),
  events: published(
    "Events",
    "One conflict or political event other than economic warfare.",
    publishedStatement(Event),
    ["record_id"],
  ),
  actors: published("Actors", "One group, force, body or public person that the sources speak of.", PublishedActor, [
    "actor_id",
  ]),
  actor_names: published(
    "Names of actors",
    "One name by which sources call one actor.",
    publishedStatement(ActorName),
    ["record_id"],
  ),
  actor_relations: published(
    "Relations of actors",
    "One relation of one actor to another.",
    publishedStatement(Relation),
    ["record_id"],
  ),
  places: published("Places", "One place, area or country that the sources speak of.", PublishedPlace, ["place_id"]),
  source_provenance: published("Sources and their provenance", "One document that was coded.", SourceProvenance, [
    "source_id",
  ]),
  cited_works: published("Works cited", "One work that one source cites.", PublishedWork, ["work_id"]),
  claims: published("Claims", "One cell of one statement, and what became of it.", Claim, ["claim_id"]),
  evidence: published("Evidence", "One sentence on which one record rests.", Evidence, [
    "table",
    "record_id",
    "source_id",
    "locator",
  ]),
  errata: published("Errata", "One slip in one source.", Erratum, ["erratum_id"]),
  retired: published("Retired ids", "One id that was published and is used no longer.", Retired, [
    "table",
    "record_id",
  ]),
  codelists: published("Codelists", "One code, with its label and definition.", CodelistRow, ["codelist", "code"]),
  columns: published("Columns", "One column of one table: the data dictionary.", ColumnRow, ["table", "column"]),
} satisfies Record<string, PublishedTable>;

export type PublishedTableName = keyof typeof publishedTables;
export const publishedTableNames = Object.keys(publishedTables).filter(
  (name): name is PublishedTableName => name in publishedTables,
);

/** The published table in which the rows of a coded register are found: foreign keys of a release point there. */
export function publishedReference(refersTo: string): string {
  const [table = "", column = ""] = refersTo.split(".");
  return `${table === "sources" ? "source_provenance" : table}.${column}`;
}
