import type { CodingPair, SecondCoder, SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { SecondCoding } from "#pipeline/core/second-coding.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { PUBLISHED_CODING } from "#schemas/coded/coders.ts";
import { type CodedTableName, secondTableNames } from "#schemas/coded-tables.ts";
import { type CodingRows, codingRows, comparedTables, compareTables } from "./compare-tables.ts";

export interface ToCompare {
  /** What is in raw/coded. Only the sources that it has are compared. */
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  readonly second: readonly SecondCoding[];
}

interface NamedCoding {
  readonly name: string;
  readonly rows: CodingRows;
}

/**
 * Compares each two codings of every source that has a second coding: the second codings in the order of their names,
 * and before them the rows in raw/coded, if the source has any there. Only tables that both have are
 * compared: a second coding leaves out those that it does not code.
 */
export const compareCodings = ({ tables, indexes, second }: ToCompare): SourceAgreement[] =>
  tables.sources.rows
    .map(({ values }) => values.source_id)
    .sort(byCodeUnit)
    .flatMap((sourceId) => {
      const ofSource = second.filter((coding) => coding.sourceId === sourceId);
      if (ofSource.length === 0) return [];
      const read = (
        name: string,
        from: StagedTables,
        names: readonly CodedTableName[] = comparedTables,
      ): NamedCoding => ({
        name,
        rows: codingRows(from, { names, sourceId, index: indexes.get(sourceId) }),
      });
      const published = read(PUBLISHED_CODING, tables);
      const seconds = ofSource
        .toSorted((a, b) => byCodeUnit(a.coderId, b.coderId))
        .map((coding) => read(coding.coderId, coding.tables, coding.tablesCoded));
      const pairs = pairsOf([...(hasRows(published) ? [published] : []), ...seconds]);
      return [{ sourceId, coders: codersOf(tables, sourceId), pairs, tablesKept: keptBy(ofSource) }];
    });

const keptBy = (codings: readonly SecondCoding[]): string[] =>
  secondTableNames.filter(
    (name) => !comparedTables.includes(name) && codings.some(({ tablesCoded }) => tablesCoded.includes(name)),
  );

const hasRows = ({ rows }: NamedCoding) => [...rows.values()].some(({ length }) => length > 0);

const pairsOf = (codings: readonly NamedCoding[]): CodingPair[] =>
  codings.flatMap((first, at) =>
    codings
      .slice(at + 1)
      .map((second) => ({ first: first.name, second: second.name, ...compareTables(first.rows, second.rows) })),
  );

const codersOf = ({ coders }: StagedTables, sourceId: string): SecondCoder[] =>
  coders.rows
    .map(({ values }) => values)
    .filter(({ source_id }) => source_id === sourceId)
    .sort((a, b) => byCodeUnit(a.coder_id, b.coder_id))
    .map(({ coder_id, coder_type, team, had_seen, date_coded }) => ({
      coderId: coder_id,
      coderType: coder_type,
      team,
      hadSeen: had_seen,
      dateCoded: date_coded,
    }));
