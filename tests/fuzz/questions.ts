import type { RawInput } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { explain } from "#pipeline/explain/explain.ts";
import { parseQuestion } from "#pipeline/explain/find-record.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import type { Outcome } from "#pipeline/run.ts";
import { columnNames } from "#schemas/column.ts";
import { publishedTable, publishedTableNames } from "#schemas/published-tables.ts";
import type { Base } from "./bases.ts";
import type { Random } from "./random.ts";

const STRANGE = ["__proto__", "constructor", "toString", "", "jnim-data@1.0.0#x", "clm-000000000000-date", "exp-1"];

/** Asks `explain` about a record of the base, sometimes with words that it does not know. A UsageError is an answer. */
export function askQuestion(raw: RawInput, outcome: Outcome, { base, random }: { base: Base; random: Random }): void {
  const word = (usual: string) => (random.chance(0.05) ? random.pick(STRANGE) : usual);
  const table = random.pick(publishedTableNames);
  const entries = [...base.outcome.resolution.entries()].filter((entry) => entry.table === table);
  const id = entries.length === 0 ? "exp-1" : random.pick(entries).id;
  const columns = columnNames(publishedTable(table).row);
  try {
    const question = parseQuestion(word(table), word(id), random.chance(0.5) ? word(random.pick(columns)) : undefined);
    const { tables, indexes } = outcome.staged;
    const explanation = explain(question, {
      resolution: outcome.resolution,
      tables,
      indexes,
      texts: readTexts(raw.texts),
    });
    formatExplanation(explanation);
    JSON.stringify(explanation);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}
