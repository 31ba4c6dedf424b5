import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { columnsOf } from "#schemas/column.ts";
import { codedTable, codedTableNames } from "#schemas/tables.ts";

/** Registers that stay as they are: the sources with their indexes, the places, and what has no id of its own. */
const KEPT = new Set(["sources", "places", "passed_over", "decisions", "retired"]);

/** The real raw/, `times` over: each copy has records, actors and works of its own, and all rows are shuffled by a seed. */
export async function enlarge(raw: string, times: number, seed: number): Promise<RawInput> {
  const real = await readRawFolder(raw, join(raw, "no-texts"));
  const random = seededRandom(seed);
  const coded = await Promise.all(
    codedTableNames.map(async (name) => {
      const path = join(raw, "coded", `${name}.csv`);
      const rows: Record<string, string>[] = parse(await readFile(path, "utf8"), { columns: true, bom: true });
      const ids = columnsOf(codedTable(name).row)
        .filter(({ kind, refersTo = "" }) => kind === "id" || /^(actors|cited_works)\./u.test(refersTo))
        .map((column) => column.name);
      const copies = KEPT.has(name)
        ? [rows]
        : Array.from({ length: times }, (_, at) => rows.map((row) => copyOf(row, ids, at)));
      const columns = Object.keys(codedTable(name).row.shape);
      return { path, bytes: Buffer.from(writeCsv(columns, shuffle(copies.flat(), random))) };
    }),
  );
  return { ...real, coded };
}

function copyOf(row: Record<string, string>, ids: readonly string[], at: number): Record<string, string> {
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
