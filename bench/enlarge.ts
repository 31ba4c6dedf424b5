import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames, columnsOf } from "#schemas/column.ts";

/** Registers that stay as they are: the sources with their indexes, the places, and what has no id of its own. */
const KEPT = new Set<CodedTableName>(["sources", "places", "passed_over", "decisions", "corrections"]);

type TextRow = Readonly<Record<string, string>>;

/** Writes a copy of raw/ that is `times` as large: each part of it has records, actors and works of its own, and all rows are shuffled by a seed. */
export async function enlarge(
  raw: string,
  out: string,
  { times, seed }: { times: number; seed: number },
): Promise<void> {
  const random = seededRandom(seed);
  for (const kept of ["documents", "outlines"]) await cp(join(raw, kept), join(out, kept), { recursive: true });
  mkdirSync(join(out, "coded"), { recursive: true });
  for (const name of codedTableNames) {
    const { row } = codedTable(name);
    const rows: TextRow[] = parse(readFileSync(join(raw, "coded", `${name}.csv`)), { columns: true, bom: true });
    const ids = columnsOf(row)
      .filter(({ kind, refersTo = "" }) => kind === "id" || /^(actors|cited_works|disagreements)\./u.test(refersTo))
      .map((column) => column.name);
    const copies = KEPT.has(name) ? 1 : times;
    const all = Array.from({ length: copies }, (_, at) => rows.map((one) => copyOf(one, ids, at))).flat();
    writeFileSync(join(out, "coded", `${name}.csv`), writeCsv(columnNames(row), shuffle(all, random)));
  }
}

/** Changes ten descriptions all over a table, as an editor would who corrects a word. Each turn changes others. */
export function changeTenCells(raw: string, turn = 0): void {
  const path = join(raw, "coded", "profile.csv");
  const rows: TextRow[] = parse(readFileSync(path), { columns: true });
  const step = Math.floor(rows.length / 10);
  const isChanged = (at: number) => at % step === turn % step && at < step * 10;
  const correct = ({ description = "" }: TextRow) =>
    `${description.replace(/ Corrected \d+\.$/u, "")} Corrected ${turn}.`;
  const changed = rows.map((row, at) => (isChanged(at) ? { ...row, description: correct(row) } : row));
  writeFileSync(path, writeCsv(columnNames(codedTable("profile").row), changed));
}

function copyOf(row: TextRow, ids: readonly string[], at: number): TextRow {
  if (at === 0) return row;
  const renamed = ids.map((column) => [column, (row[column] ?? "").replace(/[^;\s]+/gu, (id) => `${id}-x${at}`)]);
  return { ...row, ...Object.fromEntries(renamed) };
}

/** Fisher and Yates. */
function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const [a, b] = [items[at], items[last]];
    if (a !== undefined && b !== undefined) [items[at], items[last]] = [b, a];
  }
  return items;
}

/** mulberry32: the same numbers for the same seed, on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
