import type { Statement } from "#pipeline/core/resolution.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { isAsStrongAs } from "#pipeline/resolve/preference.ts";

/** Who is listened to about one record. */
export interface Hearing {
  /** The leading statement first, then in the order of preference. */
  readonly statements: readonly Statement[];
  readonly lead: Statement;
  /** The sources that are not heard, because they retell another source that has a statement about the record. */
  readonly silentSources: ReadonlySet<string>;
  /** Whether a statement is heard and at least as strong as the leading one, so that it may add to what that says. */
  readonly counts: (statement: Statement) => boolean;
}

/** The first statement that is heard leads the record. `statements` are in the order of preference. */
export function hear(statements: readonly Statement[], independence: Independence): Hearing {
  const [first] = statements;
  if (first === undefined) throw new Error("A record without statements cannot be resolved.");
  const silentSources = statements.length === 1 ? NONE : retellingsAmong(statements, independence);
  const isSilent = ({ sourceId }: Statement) => silentSources.has(sourceId);
  const lead = statements.find((statement) => !isSilent(statement)) ?? first;
  return {
    statements: lead === first ? statements : [lead, ...statements.filter((statement) => statement !== lead)],
    lead,
    silentSources,
    counts: (statement) => !isSilent(statement) && isAsStrongAs(statement, lead),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The sources that retell another source with a statement about the record. In a circle, none of them does. */
export const retellingsAmong = (statements: readonly Statement[], { derivedAmong }: Independence) =>
  derivedAmong(new Set(statements.map(({ sourceId }) => sourceId)));
