import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Claim, RegisterEntry, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { joinList } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { EvidenceReader } from "#pipeline/resolve/evidence.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { ownDisagreementId } from "#pipeline/resolve/named-disagreements.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";

/** Columns in conflict that are a disagreement by themselves. */
export interface Conflict {
  readonly record: ResolvedRecord;
  readonly columns: readonly ResolvedRecord["columns"][number][];
}

type Side = PublishedRow<"disagreement_sides">;
type Question = Pick<PublishedRow<"disagreements">, "disagreement_id" | "question" | "kind" | "note" | "found_by">;

/** A disagreement with its sides. */
interface Disagreement {
  readonly question: Question;
  readonly sides: readonly Side[];
}

interface ToPublish {
  readonly tables: StagedTables;
  readonly conflicts: readonly Conflict[];
  readonly independence: Independence;
  readonly evidence: EvidenceReader;
}

type EntriesOf<N extends RegisterEntry["table"]> = Extract<RegisterEntry, { readonly table: N }>;

/** The coders' disagreements, and those that columns in conflict are by themselves. */
export function disagreementEntries({ tables, conflicts, independence, evidence }: ToPublish) {
  const all = () => [...coded(tables), ...conflicts.flatMap(ofConflict)];
  return {
    disagreements: (): EntriesOf<"disagreements">[] =>
      all().map(({ question, sides }) => {
        const sourceIds = [...new Set(sides.map(({ source_id }) => source_id))].sort(byCodeUnit);
        const row = {
          ...question,
          n_sides: new Set(sides.map(({ side }) => side)).size,
          n_sources: sourceIds.length,
          n_independent_sources: new Set(sourceIds.map(independence.familyOf)).size,
          source_ids: joinList(sourceIds),
        };
        const id = question.disagreement_id;
        const citing = sides.map(({ source_id: sourceId, evidence: cell }) => ({ sourceId, evidence: cell }));
        return { table: "disagreements", id, row, evidence: evidence.rowsOf("disagreements", id, citing) };
      }),
    disagreement_sides: (): EntriesOf<"disagreement_sides">[] =>
      all()
        .flatMap(({ sides }) => sides)
        .map((row) => ({ table: "disagreement_sides", id: row.disagreement_id, row, evidence: [] })),
  };
}

function coded({ disagreements, disagreement_sides }: StagedTables): Disagreement[] {
  const sides = new Map<string, Side[]>();
  for (const { values } of disagreement_sides.rows) {
    const own = sides.get(values.disagreement_id);
    if (own === undefined) sides.set(values.disagreement_id, [values]);
    else own.push(values);
  }
  return disagreements.rows.map(({ values }) => ({
    question: { ...values, found_by: "coder" },
    sides: sides.get(values.disagreement_id) ?? [],
  }));
}

const ofConflict = ({ record, columns }: Conflict): Disagreement[] =>
  columns.map(({ column, claims }) => {
    const disagreement_id = ownDisagreementId(record.id, column.name);
    return {
      question: {
        disagreement_id,
        question: `Which ${column.title.toLowerCase()} is right for ${record.id}${aboutOf(record.row)}?`,
        kind: "conflict",
        note: null,
        found_by: "machine",
      },
      sides: sidesOf(claims, { disagreement_id, table: record.table, record_id: record.id, column: column.name }),
    };
  });

const aboutOf = (row: ResolvedRecord["row"]) =>
  "description" in row ? ` (${row.description.replace(/\.$/u, "")})` : "";

/** One side per value, named by letters in the order of preference. */
function sidesOf(
  claims: readonly Claim[],
  of: Pick<Side, "disagreement_id" | "table" | "record_id" | "column">,
): Side[] {
  const names = new Map<string, string>();
  for (const { row } of claims) if (!names.has(row.value)) names.set(row.value, sideName(names.size));
  return claims.map(({ row: { value, source_id, evidence } }) => ({
    ...of,
    side: names.get(value) ?? "",
    source_id,
    evidence,
    position: value,
  }));
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** a to z, then a2 to z2 and so on. */
function sideName(position: number): string {
  const letter = LETTERS[position % LETTERS.length] ?? "";
  const round = Math.floor(position / LETTERS.length);
  return round === 0 ? letter : `${letter}${round + 1}`;
}
