import type { Cells, ReleaseView } from "./release-view.ts";

/** The numbers that sum a release up. Each is a count of rows. */
export interface ReleaseNumbers {
  /** Rows that are made from statements. */
  readonly records: number;
  /** Those that are based on one independent source. */
  readonly recordsAlone: number;
  readonly sources: number;
  /** Sources that do not retell another one. */
  readonly independentSources: number;
  readonly disagreements: number;
  readonly steps: number;
  readonly undatedSteps: number;
  readonly incidents: number;
  readonly patterns: number;
  /** Cells of statements. */
  readonly claims: number;
}

export function releaseNumbers(view: ReleaseView): ReleaseNumbers {
  const count = (table: string, isCounted: (row: Cells) => boolean = () => true) =>
    view.rows(table).filter(isCounted).length;
  const records = view.tables.filter(({ columns }) => columns.some(({ name }) => name === "n_independent_sources"));
  const stated = records.filter(({ key }) => key[0] === "record_id");
  return {
    records: stated.reduce((sum, { rows }) => sum + rows.length, 0),
    recordsAlone: stated.reduce((sum, { name }) => sum + count(name, (row) => row.n_independent_sources === "1"), 0),
    sources: count("source_provenance"),
    independentSources: count("source_provenance", (row) => (row.derived_from ?? "") === ""),
    disagreements: count("disagreements"),
    steps: count("expansion_timeline"),
    undatedSteps: count("expansion_timeline", (row) => row.date === ""),
    incidents: count("economic_warfare_incidents"),
    patterns: count("economic_warfare_patterns"),
    claims: count("claims"),
  };
}
