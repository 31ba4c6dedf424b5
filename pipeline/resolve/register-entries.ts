import type { Coverage } from "#pipeline/core/coverage.ts";
import type { RegisterEntry } from "#pipeline/core/resolution.ts";
import { type Cells, isAmount, publishedValue, type Row } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { carrierOf, type Registers } from "#pipeline/resolve/carry-along.ts";
import { type Conflict, disagreementEntries } from "#pipeline/resolve/disagreements.ts";
import { eventDataEntries } from "#pipeline/resolve/event-data.ts";
import { type EvidenceReader, positionOf } from "#pipeline/resolve/evidence.ts";
import { expansionByCountry } from "#pipeline/resolve/expansion-order.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import type { RecordGroups } from "#pipeline/resolve/record-groups.ts";
import { countBySource, sourcesNaming } from "#pipeline/resolve/sources-naming.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

interface RegisterInput {
  readonly tables: StagedTables;
  readonly statements: Statements;
  readonly coverage: readonly Coverage[];
  readonly registers: Registers;
  readonly evidence: EvidenceReader;
  readonly groups: RecordGroups;
  readonly conflicts: readonly Conflict[];
  readonly independence: Independence;
}

export type RegisterEntries = { readonly [N in RegisterEntry["table"]]: () => RegisterEntry[] };

/** By published table, the function that builds its entries: each has the coded row, its derived cells and counts of statements. */
export function registerEntries(input: RegisterInput): RegisterEntries {
  const { tables, statements, coverage, registers, evidence } = input;
  const published = (name: CodedTableName, values: Cells): Row => {
    const row: Record<string, Row[string]> = {};
    for (const column of columnsOf(codedTable(name).row)) {
      const cell = values[column.name] ?? null;
      if (!isAmount(cell)) row[column.name] = publishedValue(cell);
      Object.assign(row, carrierOf(column)(cell, registers));
    }
    return row;
  };
  const namingActor = sourcesNaming(statements, "actors.actor_id");
  const namingPlace = sourcesNaming(statements, "places.place_id");
  const counts = countBySource(statements);
  const coverageOf = new Map(coverage.map((covered) => [covered.sourceId, covered]));
  return {
    ...disagreementEntries(input),
    ...eventDataEntries(input),
    expansion_by_country: () => expansionByCountry(input.groups.steps()),
    source_provenance: () =>
      tables.sources.rows.map(({ values }) => {
        const covered = coverageOf.get(values.source_id);
        const sentences = {
          n_sentences: covered?.sentences ?? 0,
          n_sentences_cited: covered?.cited ?? 0,
          n_sentences_passed_over: covered?.passedOver.length ?? 0,
          n_sentences_unread: covered?.unread.length ?? 0,
        };
        const parts = [published("sources", values), sentences, { ...counts(values.source_id) }];
        const row = wholeRow("source_provenance", parts);
        return { table: "source_provenance", id: values.source_id, row, evidence: [] };
      }),
    actors: () =>
      tables.actors.rows.map(({ values }) => {
        const parts = [published("actors", values), { source_ids: namingActor(values.actor_id) }];
        return { table: "actors", id: values.actor_id, row: wholeRow("actors", parts), evidence: [] };
      }),
    places: () =>
      tables.places.rows.map(({ values }) => {
        const parts = [published("places", values), { source_ids: namingPlace(values.place_id) }];
        return { table: "places", id: values.place_id, row: wholeRow("places", parts), evidence: [] };
      }),
    cited_works: () =>
      tables.cited_works.rows.map(({ values }) => ({
        table: "cited_works",
        id: values.work_id,
        row: wholeRow("cited_works", [published("cited_works", values)]),
        evidence: evidence.rowsOf("cited_works", values.work_id, [
          { sourceId: values.source_id, evidence: values.evidence },
        ]),
      })),
    passed_over: () =>
      coverage.flatMap(({ sourceId, passedOver }) =>
        passedOver.map(({ entry, reason }) => ({
          table: "passed_over",
          id: `${sourceId}/${entry.locator}`,
          row: { ...positionOf(sourceId, entry), reason },
          evidence: [],
        })),
      ),
    errata: () =>
      tables.errata.rows.map(({ values }) => ({
        table: "errata",
        id: values.erratum_id,
        row: wholeRow("errata", [published("errata", values)]),
        evidence: evidence.rowsOf("errata", values.erratum_id, [
          { sourceId: values.source_id, evidence: values.evidence },
        ]),
      })),
    retired: () =>
      tables.retired.rows.map(({ values }) => {
        const row = wholeRow("retired", [published("retired", values)]);
        return { table: "retired", id: values.record_id, row, evidence: [] };
      }),
  };
}
