import type { Row } from "#pipeline/core/row.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnNames, columnsOf } from "#schemas/column.ts";
import type { Base } from "./bases.ts";
import { effectOf } from "./changed-cell.ts";
import { changedRows, type RowPair, rowsBy, rowsOf } from "./changed-rows.ts";
import type { Effect } from "./effects.ts";
import type { Trial } from "./verdict.ts";

/** What is different after damage that passed: each kind of difference once. */
export function findEffects({ outcome, plan }: Trial, base: Base): Effect[] {
  const [before, after] = [base.outcome.staged, outcome.staged];
  const found = new Set<Effect>();
  const published = new Map(
    rowsOf(after.tables, "sources").map(({ source_id, date_published }) => [String(source_id), String(date_published)]),
  );
  for (const table of codedTableNames) {
    const pairs = changedRows(table, before.tables, after.tables);
    const columns = columnsOf(codedTable(table).row);
    const texts = pairs.length === 0 ? "" : JSON.stringify(rowsOf(before.tables, table));
    const records = rowsBy(recordOf, pairs.length === 0 ? [] : rowsOf(after.tables, table));
    const inTable = { table, columns, texts, records, published };
    for (const effect of pairs.flatMap((pair) => effectsOfPair(pair, inTable))) found.add(effect);
    if (plan !== null && isTooMany(plan, table, { pairs, base })) found.add("too many records");
  }
  if (JSON.stringify(entriesOf(before)) !== JSON.stringify(entriesOf(after))) found.add("another sentence index");
  if (found.size === 0) found.add("nothing that is coded");
  return [...found].sort();
}

interface InTable {
  readonly table: CodedTableName;
  readonly columns: readonly Column[];
  /** Everything that the table said before. */
  readonly texts: string;
  /** Its rows now, by record. */
  readonly records: ReadonlyMap<string, readonly Row[]>;
  /** When each source was published. */
  readonly published: ReadonlyMap<string, string>;
}

const recordOf = ({ record_id }: Row) => String(record_id);

function effectsOfPair({ before, after }: RowPair, { table, columns, texts, records, published }: InTable): Effect[] {
  if (after === null) return [table === "actor_aliases" ? "alias less" : "row less"];
  if (before === null) return ["row more"];
  const others = records.get(recordOf(after))?.filter((row) => JSON.stringify(row) !== JSON.stringify(after)) ?? [];
  return columns
    .filter(({ name }) => before[name] !== after[name])
    .map((column) =>
      effectOf({
        column,
        before: asText(before[column.name]),
        after: asText(after[column.name]),
        row: after,
        table: texts,
        others: others.flatMap((row) => asText(row[column.name]) ?? []),
        published: published.get(String(after.source_id)) ?? "",
      }),
    );
}

const asText = (value: Row[string] | undefined) => (value === null || value === undefined ? null : String(value));

const entriesOf = ({ indexes }: Base["outcome"]["staged"]) =>
  [...indexes].map(([source, { entries }]) => [source, entries]);

/** The limit on changed and retired records of one table in one release: the larger of 10 and 5 %. */
function isTooMany(
  { version, changes }: NonNullable<Trial["plan"]>,
  coded: CodedTableName,
  { pairs, base }: { readonly pairs: readonly RowPair[]; readonly base: Base },
): boolean {
  const first = columnNames(codedTable(coded).row)[0] ?? "";
  // A record that only carries along what another table says is not one of them.
  const ids = new Set(pairs.flatMap(({ before, after }) => [before, after].map((row) => String(row?.[first]))));
  return codedTable(coded).publishedIn.some((table) => {
    const changed = changes.filter((row) => row.version === version && row.table === table && row.change !== "added");
    const records = new Set(changed.map(({ record_id }) => String(record_id)).filter((id) => ids.has(id)));
    const all = [...base.outcome.resolution.entries()].filter((entry) => entry.table === table).length;
    return records.size > Math.max(10, 0.05 * all);
  });
}
