import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";

const COLUMNS = [
  ...["table", "first_coder", "second_coder", "first_id", "second_id", "first_evidence", "second_evidence"],
  ...["column", "first_value", "second_value"],
];

/** What codings of a source differ in, side by side: a line for each cell, and for each row that only one has. */
export const differencesFile = ({ pairs }: SourceAgreement): string =>
  writeCsv(
    COLUMNS,
    pairs.flatMap(({ first: firstCoder, second: secondCoder, differences }) =>
      differences.map(({ table, column, first, second }) => ({
        table,
        first_coder: firstCoder,
        second_coder: secondCoder,
        first_id: first?.id ?? null,
        second_id: second?.id ?? null,
        first_evidence: first?.evidence ?? null,
        second_evidence: second?.evidence ?? null,
        column,
        first_value: first?.value ?? null,
        second_value: second?.value ?? null,
      })),
    ),
  );
