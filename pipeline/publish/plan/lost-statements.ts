import type { Issue } from "#pipeline/core/issue.ts";
import { isAboutRecords } from "#pipeline/publish/compare/coded-cells.ts";
import {
  type PublishedRelease,
  type PublishedTable,
  rowsOf,
  type TextRow,
} from "#pipeline/publish/compare/published-release.ts";
import { isCodersDisagreement } from "#schemas/coded/disagreements.ts";
import { isStatedTable, publishedTableNames } from "#schemas/published-tables.ts";
import { codedFile } from "./coded-file.ts";
import { liftKey } from "./corrections.ts";
import type { Guarded, GuardInput } from "./release-limits.ts";

/** How many statements a source makes about a record, or how many rows it has in a disagreement or beside event data. */
interface Tally {
  /** The table that has the rows: that of the record, `disagreement_sides`, or one that people write about records. */
  readonly rowsIn: string;
  readonly table: string;
  readonly id: string;
  readonly sourceId: string;
  readonly evidence: Set<string>;
}

/**
 * Reports records about which a source says less than in the last release, unless an open correction names the record.
 * A record that is gone as a whole is not one of them. Statements are counted, so their locators may move.
 */
export function checkLostStatements(input: GuardInput): Guarded {
  const { diff, from, to, open, correctionsPath } = input;
  const isLess = (table: string) => diff.rows.some((row) => row.table === table && row.change === "removed");
  const before = [
    ...(isLess("claims") ? statementsIn(from) : []),
    ...(isLess(SIDES) ? sidesIn(from) : []),
    ...ABOUT_RECORDS.filter(isLess).flatMap((table) => rowsAboutRecords(from, table)),
  ];
  if (before.length === 0) return { issues: [], lifting: new Set() };
  const now = [...statementsIn(to), ...sidesIn(to), ...ABOUT_RECORDS.flatMap((table) => rowsAboutRecords(to, table))];
  const after = new Map(now.map((tally) => [keyOf(tally), tally.evidence.size]));
  const gone = new Set(
    diff.rows.flatMap(({ change, table, recordId }) =>
      change === "added" || change === "changed" ? [] : [`${table}/${recordId}`],
    ),
  );
  const partsOf = splitRecords(input);
  const issues: Issue[] = [];
  const lifting = new Set<string>();
  for (const tally of before) {
    const { rowsIn, table, id, sourceId } = tally;
    const own = [
      { table, id, rowsIn },
      ...partsOf(id).map((part) => ({ ...part, rowsIn: rowsIn === table ? part.table : rowsIn })),
    ];
    const left = own.reduce((sum, part) => sum + (after.get(keyOf({ ...part, sourceId })) ?? 0), 0);
    const isThere = to.tables.has(table) && !gone.has(`${table}/${id}`);
    if (left >= tally.evidence.size || !isThere) continue;
    const lifts = open.filter(({ values, ids }) => values.table === table && ids.includes(id));
    for (const { line } of lifts) lifting.add(liftKey(line, id));
    if (lifts.length > 0) continue;
    const at = {
      file: codedFile(correctionsPath, rowsIn),
      line: null,
      column: null,
    };
    const counts = { before: tally.evidence.size, after: left, version: from.version };
    issues.push({ code: "publish/lost-statements", at, table, id, sourceId, ...counts });
  }
  return { issues, lifting };
}

const SIDES = "disagreement_sides";

/** The tables in which people write about records. */
const ABOUT_RECORDS = publishedTableNames.filter(isAboutRecords);

const keyOf = ({ rowsIn, table, id, sourceId }: Omit<Tally, "evidence">) => [rowsIn, table, id, sourceId].join("/");

/** Each statement has several rows in `claims`, all with its sentences. */
function statementsIn({ tables }: PublishedRelease): Tally[] {
  return tally(tables.get("claims"), (row: TextRow<"claims">) => {
    const { table = "", record_id: id = "", source_id: sourceId = "", evidence = "" } = row;
    return { rowsIn: table, table, id, sourceId, evidence };
  });
}

/** The rows on the sides of the disagreements that coders wrote. */
function sidesIn({ tables }: PublishedRelease): Tally[] {
  return tally(tables.get(SIDES), (row: TextRow<typeof SIDES>) => {
    const { disagreement_id: id = "", side, table, record_id, source_id: sourceId = "", evidence } = row;
    if (!isCodersDisagreement(id)) return null;
    const place = [side, table, record_id, evidence].join("/");
    return { rowsIn: SIDES, table: "disagreements", id, sourceId, evidence: place };
  });
}

/** Links and counts: the source is that of the event data. An edition may take the place of another. */
function rowsAboutRecords({ tables }: PublishedRelease, name: string): Tally[] {
  return tally(tables.get(name), (row) => {
    const { table = "", record_id: id = "", event_source: sourceId = "" } = row;
    return { rowsIn: name, table, id, sourceId, evidence: Object.values(row).join("/") };
  });
}

type Counted = Omit<Tally, "evidence"> & { readonly evidence: string };

function tally(table: PublishedTable | undefined, read: (row: ReturnType<PublishedTable["parse"]>) => Counted | null) {
  const found = new Map<string, Tally>();
  for (const row of table === undefined ? [] : rowsOf(table)) {
    const counted = read(row);
    if (counted === null) continue;
    const { evidence, ...rest } = counted;
    const known = found.get(keyOf(rest)) ?? { ...rest, evidence: new Set<string>() };
    found.set(keyOf(rest), known);
    known.evidence.add(evidence);
  }
  return [...found.values()];
}

/** By id, the new records that were split off from it. */
function splitRecords({ diff, to }: GuardInput): (id: string) => readonly { table: string; id: string }[] {
  const added = new Set(
    diff.rows.flatMap(({ change, table, recordId }) => (change === "added" ? [`${table}/${recordId}`] : [])),
  );
  const parts = new Map<string, { table: string; id: string }[]>();
  for (const table of to.tables.values()) {
    if (!isStatedTable(table.name) || added.size === 0) continue;
    for (const { record_id: id = "", split_from: whole = "" } of rowsOf(table)) {
      if (whole === "" || !added.has(`${table.name}/${id}`)) continue;
      parts.set(whole, [...(parts.get(whole) ?? []), { table: table.name, id }]);
    }
  }
  return (id) => parts.get(id) ?? [];
}
