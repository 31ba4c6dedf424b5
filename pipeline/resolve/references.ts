import type { Issue } from "#pipeline/core/issue.ts";
import { namedEntries } from "#pipeline/core/register-names.ts";
import { type Cells, splitList } from "#pipeline/core/row.ts";
import { mayHaveHad, type StagedTable, type StagedTables } from "#pipeline/core/staged.ts";
import { suggestNamed } from "#pipeline/core/suggest-named.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";

/** A register that cells refer to: its ids, the ids that are used, and its table. */
interface Register {
  readonly name: CodedTableName;
  readonly table: StagedTable;
  readonly ids: ReadonlySet<string>;
  readonly named: Set<string>;
  /** The id that a reference by name, or a misspelt one, most likely means. */
  readonly suggest: (value: string) => string | null;
}

/**
 * Checks that every reference names a row of its register, and that every row of a register that must be used is named.
 * A reference to a row that an earlier step rejected is not reported again.
 */
export function checkReferences(tables: StagedTables): Issue[] {
  const registers = registersOf(tables);
  const unknown = unknownIn(tables, registers);
  return [...unknown, ...[...registers.values()].flatMap(unusedEntries)];
}

/** Checks that every reference of a second coding names a row of a register of its own, or of those in raw/coded. */
export function checkSecondReferences(own: StagedTables, coded: StagedTables): Issue[] {
  const joined: StagedTables = {
    ...coded,
    actors: joinedTable(coded.actors, own.actors),
    places: joinedTable(coded.places, own.places),
    cited_works: joinedTable(coded.cited_works, own.cited_works),
  };
  return unknownIn(own, registersOf(joined));
}

const joinedTable = <N extends CodedTableName>(coded: StagedTable<N>, own: StagedTable<N>): StagedTable<N> => ({
  ...coded,
  rows: [...coded.rows, ...own.rows],
  isComplete: coded.isComplete && own.isComplete,
  refusedIds: new Set([...coded.refusedIds, ...own.refusedIds]),
});

type Registers = ReadonlyMap<string, Register>;

/** Every register by the name that columns use to refer to it: `actors.actor_id`. */
const registersOf = (tables: StagedTables): Registers =>
  new Map(codedTableNames.flatMap((name) => registerOf(name, tables)));

function unknownIn(tables: StagedTables, registers: Registers): Issue[] {
  return codedTableNames.flatMap((name) => {
    const columns = columnsOf(codedTable(name).row).filter(({ refersTo }) => refersTo !== undefined);
    const { path, rows, refused } = tables[name];
    return [...rows, ...refused].flatMap(({ line, values }) =>
      columns.flatMap((column) => {
        const register = registers.get(column.refersTo ?? "");
        if (register === undefined)
          throw new Error(`${column.name} refers to ${column.refersTo}, which is not a register.`);
        return unknownValues(values, column, register).map(({ value, nearest }): Issue => {
          const at = { file: path, line, column: column.name };
          return { code: "resolve/unknown-reference", at, value, table: register.name, nearest };
        });
      }),
    );
  });
}

function registerOf(name: CodedTableName, tables: StagedTables): [string, Register][] {
  const [column, ...others] = codedTable(name).key;
  if (column === undefined || others.length > 0) return [];
  const table: StagedTable = tables[name];
  const ids = new Set(table.rows.map(({ values }) => idIn(values, column)));
  const suggest = suggestNamed(() => namedEntries(name, tables));
  return [[`${name}.${column}`, { name, table, ids, named: new Set(), suggest }]];
}

const idIn = (cells: Cells, column: string) => String(cells[column]);

function unknownValues(cells: Cells, { name }: Column, { ids, named, table, suggest }: Register) {
  return splitList(cells[name]).flatMap((value) => {
    named.add(value);
    return ids.has(value) || mayHaveHad(table, value) ? [] : [{ value, nearest: suggest(value) }];
  });
}

function unusedEntries({ name, table, named }: Register): Issue[] {
  const { mustBeUsed, key } = codedTable(name);
  const [column = ""] = key;
  if (!mustBeUsed) return [];
  return table.rows.flatMap(({ line, values }): Issue[] => {
    const id = idIn(values, column);
    return named.has(id) ? [] : [{ code: "resolve/unused-entry", at: { file: table.path, line, column }, id }];
  });
}
