import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

/** A column of a record in which its statements are in conflict. */
interface ConflictingRecord {
  readonly table: string;
  readonly id: string;
  /** The columns in conflict. */
  readonly conflicting: readonly string[];
}

/** The coders' disagreements, by the records that are their sides. */
export interface NamedDisagreements {
  /** The sides that name the column of the record, in which their sources may differ. */
  readonly sidesOn: (table: string, id: string, column: string) => readonly Side[];
  /**
   * The columns in conflict that are a disagreement of their own: those that are not already the subject of a coder's
   * disagreement, of which two sides name the record and the column.
   */
  readonly ownOf: (record: ConflictingRecord) => readonly string[];
  /** The sources whose words a source changed in retelling them, by what it says about this record. */
  readonly retoldBy: (table: string, id: string, sourceId: string) => readonly string[];
  /** The ids of all disagreements that the record is a side of. */
  readonly idsOf: (record: ConflictingRecord) => readonly string[];
}

type Side = CodedRow<"disagreement_sides">;

/** The id of the disagreement that a column in conflict is by itself. */
export const ownDisagreementId = (recordId: string, column: string) => `dis-${recordId}-${column}`;

export function nameDisagreements({ disagreements, disagreement_sides }: StagedTables): NamedDisagreements {
  const sides = disagreement_sides.rows.map(({ values }) => values);
  const byRecord = groupBy(sides, ({ table, record_id }) => keyOf(table, record_id));
  const byDisagreement = groupBy(sides, ({ disagreement_id }) => disagreement_id);
  const retellings = new Set(
    disagreements.rows.flatMap(({ values: { kind, disagreement_id: id } }) =>
      kind === "changed_in_retelling" ? [id] : [],
    ),
  );
  const sidesOf = (table: string, id: string) => byRecord.get(keyOf(table, id)) ?? [];
  const ownOf = ({ table, id, conflicting }: ConflictingRecord) =>
    conflicting.filter((column) => !isSubject(column, sidesOf(table, id)));
  return {
    sidesOn: (table, id, column) => sidesOf(table, id).filter((side) => side.column === column),
    ownOf,
    retoldBy: (table, id, sourceId) =>
      sidesOf(table, id)
        .filter((side) => side.source_id === sourceId && retellings.has(side.disagreement_id))
        .flatMap((side) => byDisagreement.get(side.disagreement_id) ?? [])
        .map((side) => side.source_id),
    idsOf: (record) =>
      [
        ...new Set(sidesOf(record.table, record.id).map((side) => side.disagreement_id)),
        ...ownOf(record).map((column) => ownDisagreementId(record.id, column)),
      ].sort(byCodeUnit),
  };
}

const keyOf = (table: string, id: string) => `${table}\n${id}`;

function isSubject(column: string, sides: readonly Side[]): boolean {
  const sidesById = new Map<string, string>();
  return sides
    .filter((side) => side.column === column)
    .some(({ disagreement_id: id, side }) => {
      const first = sidesById.get(id) ?? side;
      sidesById.set(id, first);
      return first !== side;
    });
}
