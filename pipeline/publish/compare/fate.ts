import {
  keyOf,
  keysOf,
  type PublishedRelease,
  type PublishedTable,
  rowsOf,
  type TextRow,
} from "./published-release.ts";

interface Fate {
  readonly change: "retired" | "moved";
  readonly reason: string;
}

/** Why a row is gone: it is retired if it has a tombstone, or moved if another table has its id. */
export function fateOf({ name, key }: PublishedTable, to: PublishedRelease): (recordId: string) => Fate | null {
  const retired = to.tables.get("retired");
  const tombstones = new Map(
    retired === undefined ? [] : [...rowsOf(retired)].map((row) => [keyOf(row, retired.key), row]),
  );
  const homes = [...to.tables.values()]
    .filter((table) => table.name !== name && table.key.join() === key.join() && key.length === 1)
    .map((table) => ({ table: table.name, ids: keysOf(table) }));
  return (recordId) => {
    const tombstone = tombstones.get(`${name}/${recordId}`);
    if (tombstone !== undefined) return { change: "retired", reason: formatTombstone(tombstone) };
    const home = homes.find(({ ids }) => ids.has(recordId));
    return home === undefined ? null : { change: "moved", reason: `It is in ${home.table} now.` };
  };
}

const formatTombstone = ({ reason = "", replaced_by = "" }: TextRow<"retired">) =>
  replaced_by === "" ? reason : `${reason} Replaced by ${replaced_by}.`;
