import type { z } from "zod";
import { ActorName } from "#schemas/coded/actor-names.ts";
import { isCodersDisagreement } from "#schemas/coded/disagreements.ts";
import { EconomicWarfare } from "#schemas/coded/economic-warfare.ts";
import { Erratum } from "#schemas/coded/errata.ts";
import { Event } from "#schemas/coded/events.ts";
import { Profile } from "#schemas/coded/profile.ts";
import { Relation } from "#schemas/coded/relations.ts";
import { Retired } from "#schemas/coded/retired.ts";
import { type CodedTableName, codedTableNames, codedTables, type StatedTableName } from "#schemas/coded-tables.ts";
import { PublishedCount, PublishedLink } from "#schemas/published/event-data.ts";
import {
  Claim,
  CodelistRow,
  ColumnRow,
  CountryExpansion,
  Evidence,
  PassedOverSentence,
  PublishedActor,
  PublishedDisagreement,
  PublishedExpansionStep,
  PublishedPlace,
  PublishedSide,
  PublishedWork,
  SourceProvenance,
} from "#schemas/published/rows.ts";
import { publishedStatement } from "#schemas/published/statement.ts";

/** A table of a release. */
export interface PublishedTable {
  readonly title: string;
  /** What a row is, in one sentence. */
  readonly description: string;
  readonly row: z.ZodObject;
  readonly key: readonly string[];
  /** The columns to sort rows by, empty cells last, before the key. Text in code-unit order, numbers by value. */
  readonly sort: readonly string[];
  /** Whether the key begins with a hash, so that the order of rows means nothing. */
  readonly isHashed: boolean;
  /** The columns by which people read the rows of such a table; none if they read them in the order of the file. */
  readonly readBy: readonly string[];
  /** Whether an id of its rows is permanent. Ids of derived rows come and go with the rows that they are derived from. */
  readonly isLastingId: (id: string) => boolean;
  /** Whether its rows are the words of the other tables: names, titles and definitions. */
  readonly isDictionary: boolean;
  /** Whether each row has an id of its own by which it can be cited and explained. */
  readonly isExplained: boolean;
  /** Whether people write its rows about records of other tables, by which its key begins: `table`, `record_id`. */
  readonly isAboutRecords: boolean;
}

type Options = Partial<
  Pick<
    PublishedTable,
    "sort" | "isHashed" | "readBy" | "isLastingId" | "isDictionary" | "isExplained" | "isAboutRecords"
  >
>;

const published = <R extends z.ZodObject>(
  title: string,
  description: string,
  { row, key, ...options }: { readonly row: R; readonly key: readonly string[] } & Options,
) => ({
  title,
  description,
  row,
  key,
  sort: [],
  isHashed: false,
  readBy: [],
  isLastingId: () => true,
  isDictionary: false,
  isExplained: true,
  isAboutRecords: false,
  ...options,
});

const DERIVED = { isLastingId: () => false, isExplained: false };
const ABOUT_RECORDS = { ...DERIVED, isAboutRecords: true };
const WORDS = { ...DERIVED, isDictionary: true };

/** The tables of a release, in the order in which readers see them. */
export const publishedTables = {
  actor_profile: published("Actor profile", "One attribute of one actor, with one value.", {
    row: publishedStatement(Profile),
    key: ["record_id"],
  }),
  expansion_timeline: published("Expansion timeline", "One step in the expansion of one actor, in order of time.", {
    row: PublishedExpansionStep,
    key: ["record_id"],
    sort: ["date_earliest", "date_latest"],
  }),
  expansion_by_country: published(
    "Expansion by country",
    "What is known about when the expansion of one actor reached one country.",
    { row: CountryExpansion, key: ["actor_id", "country"], ...DERIVED },
  ),
  economic_warfare_incidents: published(
    "Economic warfare: incidents",
    "One act of economic warfare tied to a place smaller than a country or to a date.",
    { row: publishedStatement(EconomicWarfare.omit({ kind: true })), key: ["record_id"] },
  ),
  economic_warfare_patterns: published(
    "Economic warfare: patterns",
    "One practice of economic warfare in general, or in a country or region as a whole.",
    { row: publishedStatement(EconomicWarfare.omit({ kind: true })), key: ["record_id"] },
  ),
  events: published("Events", "One conflict or political event other than economic warfare.", {
    row: publishedStatement(Event),
    key: ["record_id"],
  }),
  event_links: published(
    "Links to event data",
    "Whether one record is one event of one data set of events, as a person or a declared rule decided.",
    { row: PublishedLink, key: ["table", "record_id", "event_source", "event_id"], ...ABOUT_RECORDS },
  ),
  event_counts: published(
    "Counts in event data",
    "What one query counts in one edition of event data, beside one claim. It is no verdict on the claim.",
    {
      row: PublishedCount,
      key: ["table", "record_id", "event_source", "event_edition", "definition"],
      ...ABOUT_RECORDS,
    },
  ),
  actors: published("Actors", "One group, force, body or public person that the sources mention.", {
    row: PublishedActor,
    key: ["actor_id"],
  }),
  actor_names: published("Names of actors", "One name that sources use for one actor.", {
    row: publishedStatement(ActorName),
    key: ["record_id"],
  }),
  actor_relations: published("Relations of actors", "One relation of one actor to another.", {
    row: publishedStatement(Relation),
    key: ["record_id"],
  }),
  places: published("Places", "One place, area or country that the sources mention.", {
    row: PublishedPlace,
    key: ["place_id"],
  }),
  source_provenance: published("Sources and their provenance", "One document that was coded.", {
    row: SourceProvenance,
    key: ["source_id"],
  }),
  cited_works: published("Works cited", "One work that one source cites.", { row: PublishedWork, key: ["work_id"] }),
  disagreements: published("Disagreements", "One question that the sources answer differently.", {
    row: PublishedDisagreement,
    key: ["disagreement_id"],
    isLastingId: isCodersDisagreement,
  }),
  disagreement_sides: published("Sides of disagreements", "What one source says on one such question.", {
    row: PublishedSide,
    key: ["disagreement_id", "side", "table", "record_id", "source_id", "evidence"],
    ...DERIVED,
  }),
  claims: published("Claims", "One cell of one statement, and what became of it.", {
    row: Claim,
    key: ["claim_id"],
    isHashed: true,
    readBy: ["table", "record_id", "column"],
    ...DERIVED,
  }),
  evidence: published("Evidence", "One sentence that one record is based on.", {
    row: Evidence,
    key: ["table", "record_id", "source_id", "locator"],
    ...DERIVED,
  }),
  passed_over: published("Passed over", "One sentence that was read and that no row is based on, and why.", {
    row: PassedOverSentence,
    key: ["source_id", "locator"],
    ...DERIVED,
  }),
  errata: published("Errata", "One slip in one source.", { row: Erratum, key: ["erratum_id"] }),
  retired: published("Retired ids", "One id that was published and is no longer used.", {
    row: Retired,
    key: ["table", "record_id"],
  }),
  codelists: published("Codelists", "One code, with its label and definition.", {
    row: CodelistRow,
    key: ["codelist", "code"],
    ...WORDS,
  }),
  columns: published("Columns", "One column of one table: the data dictionary.", {
    row: ColumnRow,
    key: ["table", "column"],
    ...WORDS,
  }),
} satisfies Record<string, PublishedTable>;

type PublishedTables = typeof publishedTables;
export type PublishedTableName = keyof PublishedTables;

type RowOf<R> = "rowType" extends keyof R
  ? R extends { readonly rowType?: infer Row }
    ? NonNullable<Row>
    : never
  : R extends z.ZodType
    ? z.infer<R>
    : never;

/** A row of a published table; dates are EDTF texts. */
export type PublishedRow<N extends PublishedTableName> = {
  [T in N]: { readonly [C in keyof RowOf<PublishedTables[T]["row"]>]: RowOf<PublishedTables[T]["row"]>[C] };
}[N];

export const publishedTableNames = Object.keys(publishedTables).filter(
  (name): name is PublishedTableName => name in publishedTables,
);

/** A published table by its name, without the types of its own columns. */
export const publishedTable = (name: PublishedTableName): PublishedTable => publishedTables[name];

export const isPublishedTable = (name: string): name is PublishedTableName => Object.hasOwn(publishedTables, name);

/** Whether a table holds the words of the others. A table that no longer exists held none. */
export const isDictionary = (name: string) => isPublishedTable(name) && publishedTable(name).isDictionary;

/** Whether the rows of a published table are records made from statements. */
export const isStatedTable = (name: string): name is StatedTableName =>
  codedTableNames.some(
    (coded) => codedTables[coded].holds === "statements" && codedTables[coded].publishedIn.some((one) => one === name),
  );

/** `sources.source_id` → `source_provenance.source_id`: foreign keys in a release refer to the published register. */
export function publishedReference(refersTo: string): { readonly table: string; readonly column: string } {
  const [table = "", column = ""] = refersTo.split(".");
  const coded = codedTableNames.find((name): name is CodedTableName => name === table);
  return { table: (coded === undefined ? undefined : codedTables[coded].publishedIn[0]) ?? table, column };
}
