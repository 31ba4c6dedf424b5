import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { SecondCoding } from "#pipeline/core/second-coding.ts";
import { evidenceIssue, expandEvidence } from "#pipeline/core/sentence-index.ts";
import { mayHaveHad, type SentenceIndexes, type StagedLine, type StagedTables } from "#pipeline/core/staged.ts";
import { secondTableNames } from "#schemas/coded-tables.ts";
import type { ToCompare } from "./compare-codings.ts";

/**
 * Checks that coders.csv and the second codings name each other, that each coding is as it was when it was made, and
 * that its rows are of its source and name sentences which that has.
 */
export const checkCodings = ({ tables, indexes, second }: ToCompare): Issue[] => [
  ...checkRegister(tables, second),
  ...second.flatMap((coding) => [...checkFrozen(coding, tables), ...checkRows(coding, indexes)]),
];

type Coder = StagedTables["coders"]["rows"][number];

const isOf = ({ sourceId, coderId }: SecondCoding, { values }: Coder) =>
  values.source_id === sourceId && values.coder_id === coderId;

const checkRegister = ({ coders }: StagedTables, second: readonly SecondCoding[]): Issue[] =>
  coders.rows.flatMap((row): Issue[] => {
    if (second.some((coding) => isOf(coding, row))) return [];
    const at = { file: coders.path, line: row.line, column: "coder_id" };
    const { source_id: sourceId, coder_id: coderId } = row.values;
    return [{ code: "agreement/missing-coding", at, sourceId, coderId }];
  });

function checkFrozen(coding: SecondCoding, { coders }: StagedTables): Issue[] {
  const { sourceId, coderId, sha256, path, isWhole } = coding;
  const row = coders.rows.find((one) => isOf(coding, one));
  if (row === undefined) {
    if (mayHaveHad(coders, sourceId)) return [];
    const at = { file: path, line: null, column: null };
    return [{ code: "agreement/unregistered-coding", at, sourceId, coderId, sha256 }];
  }
  const at = { file: coders.path, line: row.line, column: "sha256" };
  // The fault of a file that could not be read is reported already.
  if (!isWhole || row.values.sha256 === sha256) return [];
  const isSealed = row.values.sha256 !== null;
  return [{ code: isSealed ? "agreement/changed-coding" : "agreement/unsealed-coding", at, sha256 }];
}

const checkRows = (coding: SecondCoding, indexes: SentenceIndexes): Issue[] =>
  secondTableNames.flatMap((name) => {
    const { path, rows, refused } = coding.tables[name];
    const lines: readonly StagedLine<Cells>[] = [...rows, ...refused];
    return lines.flatMap(({ line, values }) => checkRow(values, { file: path, line, column: null }, coding, indexes));
  });

function checkRow(values: Cells, at: Place, { sourceId }: SecondCoding, indexes: SentenceIndexes): Issue[] {
  const { source_id: value } = values;
  if (typeof value !== "string") return [];
  if (value !== sourceId)
    return [{ code: "agreement/other-source", at: { ...at, column: "source_id" }, value, sourceId }];
  const index = indexes.get(sourceId);
  return ["evidence", "locator"].flatMap((column) => {
    const evidence = values[column];
    if (index === undefined || typeof evidence !== "string") return [];
    const { faults } = expandEvidence(evidence, index);
    return faults.map((fault) => evidenceIssue(fault, sourceId, { ...at, column }));
  });
}
