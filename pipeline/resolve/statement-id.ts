import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Statement } from "#pipeline/core/record.ts";

const known = new WeakMap<Statement, string>();

/** The stem of the ids of a statement's claims. Of stable parts only: a value that is corrected keeps the id of its claim. */
export function statementId(statement: Statement): string {
  const { table, recordId, sourceId, evidence } = statement;
  const id = known.get(statement) ?? `clm-${sha256Hex([table, recordId, sourceId, evidence].join("\n")).slice(0, 12)}`;
  known.set(statement, id);
  return id;
}
