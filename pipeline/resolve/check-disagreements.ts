import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { SideFault } from "#pipeline/core/issues/resolve-issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import { publishedValue, splitList } from "#pipeline/core/row.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import { cellOf } from "#pipeline/resolve/columns.ts";
import type { EvidenceReader } from "#pipeline/resolve/evidence.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { cellKinds } from "#schemas/cell-kinds.ts";
import {
  type CodedRow,
  codedTable,
  contentColumns,
  type StatementTableName,
  statementTableNames,
} from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";

type Side = CodedRow<"disagreement_sides">;

interface ToCheck {
  readonly tables: StagedTables;
  readonly statements: Statements;
  readonly evidence: EvidenceReader;
}

/**
 * Checks that each disagreement has at least two sides, that the source of each side speaks of its record in these
 * sentences, and that the sides still differ: where all of them name a column, they must not all have the same values.
 */
export function checkDisagreements(input: ToCheck): Issue[] {
  const { disagreements, disagreement_sides: sides } = input.tables;
  const speakers = findSpeakers(input);
  const found = new Map<string, Map<string, (string | null)[]>>();
  const faults = sides.rows.flatMap(({ line, values }): readonly Issue[] => {
    const { issues, value } = readSide(values, { ...input, speakers }, (column) => ({
      file: sides.path,
      line,
      column,
    }));
    const positions = found.get(values.disagreement_id) ?? new Map<string, (string | null)[]>();
    found.set(values.disagreement_id, positions);
    const held = positions.get(values.side);
    if (held === undefined) positions.set(values.side, [value]);
    else held.push(value);
    return issues;
  });
  return [
    ...faults,
    ...disagreements.rows.flatMap(({ line, values: { disagreement_id: id } }): Issue[] => {
      const positions = [...(found.get(id)?.values() ?? [])];
      const at = { file: disagreements.path, line, column: "disagreement_id" };
      if (mayHaveHad(sides, id)) return [];
      if (positions.length < 2) return [{ code: "resolve/one-side", at, id }];
      const isKnown = positions.every((held) => held.every((value) => value !== null));
      const differing = new Set(positions.map((held) => [...new Set(held)].sort().join("\n")));
      return isKnown && differing.size < 2 ? [{ code: "resolve/stale-disagreement", at, id }] : [];
    }),
  ];
}

/** The statements of one source about one record, and those that cite each of its sentences. */
interface Speaker {
  readonly statements: readonly Statement[];
  readonly byLocator: ReadonlyMap<string, readonly Statement[]>;
  /** Whether all sentences that they cite exist. */
  readonly isReadable: boolean;
}

/** For a published table and a record, its statements by source; `null` if there are none. Each record is read once. */
type Speakers = (table: string, recordId: string) => ReadonlyMap<string, Speaker> | null;

function findSpeakers({ statements, evidence }: ToCheck): Speakers {
  const known = new Map<string, ReadonlyMap<string, Speaker> | null>();
  return (table, recordId) => {
    const key = `${table}/${recordId}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const coded = codedNameOf(table);
    const about = coded === null ? [] : (statements[coded].byRecord.get(recordId) ?? []);
    const found = speakersAmong(
      about.filter((statement) => statement.table === table),
      evidence,
    );
    known.set(key, found);
    return found;
  };
}

function speakersAmong(about: readonly Statement[], evidence: EvidenceReader): ReadonlyMap<string, Speaker> | null {
  const bySource = new Map<string, Statement[]>();
  for (const statement of about) {
    const own = bySource.get(statement.sourceId);
    if (own === undefined) bySource.set(statement.sourceId, [statement]);
    else own.push(statement);
  }
  if (bySource.size === 0) return null;
  return new Map([...bySource].map(([source, own]) => [source, speakerOf(own, evidence)]));
}

function speakerOf(statements: readonly Statement[], evidence: EvidenceReader): Speaker {
  const byLocator = new Map<string, Statement[]>();
  let isReadable = true;
  for (const statement of statements) {
    const expanded = evidence.expand(statement);
    if (expanded === null || expanded.faults.length > 0) isReadable = false;
    for (const { locator } of expanded?.entries ?? []) {
      const citing = byLocator.get(locator);
      if (citing === undefined) byLocator.set(locator, [statement]);
      else citing.push(statement);
    }
  }
  return { statements, byLocator, isReadable };
}

const codedNameOf = (table: string): StatementTableName | null =>
  statementTableNames.find((name) => codedTable(name).publishedIn.includes(table)) ?? null;

/** What a side says in its column, as `column=value`; `null` if it names no column, or if that is not known. */
interface ReadSide {
  readonly value: string | null;
  readonly issues: readonly Issue[];
}

const UNKNOWN: ReadSide = { value: null, issues: [] };

function readSide(
  side: Side,
  { tables, evidence, speakers }: ToCheck & { readonly speakers: Speakers },
  at: (column: keyof Side) => Place,
): ReadSide {
  const { table, record_id: recordId, source_id: sourceId, column } = side;
  const fault = (why: SideFault, place: keyof Side): ReadSide => ({
    value: null,
    issues: [{ code: "resolve/side", at: at(place), why, recordId, sourceId }],
  });
  const coded = codedNameOf(table);
  if (coded === null) return { value: null, issues: checkTableName(table, statementTableNames, at("table")) };
  if (mayHaveHad(tables[coded], recordId)) return UNKNOWN;
  const about = speakers(table, recordId);
  if (about === null) return fault("no-record", "record_id");
  const cited = evidence.expand({ sourceId, evidence: side.evidence });
  // Other checks report an unknown source or sentence.
  if (cited === null || cited.faults.length > 0 || ![...about.values()].every(({ isReadable }) => isReadable))
    return UNKNOWN;
  const speaker = about.get(sourceId);
  if (speaker === undefined) return fault("no-statement", "source_id");
  const citing = cited.entries.map(({ locator }) => speaker.byLocator.get(locator) ?? []);
  if (citing.some((statements) => statements.length === 0)) return fault("other-sentences", "evidence");
  if (column === null) return UNKNOWN;
  const declared = contentColumns(coded).find(({ name }) => name === column);
  if (declared === undefined) return fault("no-column", "column");
  const values = new Set(citing.flat().flatMap((statement) => comparedValue(statement, declared) ?? []));
  if (values.size === 0) return fault("no-value", "column");
  return { value: `${column}=${[...values].sort().join(" / ")}`, issues: [] };
}

/** A value as it is compared: the items of a list in one order. */
function comparedValue(statement: Statement, { name, kind }: Column): string | null {
  const value = publishedValue(cellOf(statement, name));
  if (value === null) return null;
  return cellKinds[kind].isList ? splitList(value).sort().join("; ") : String(value);
}
