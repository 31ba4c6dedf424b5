import type { Entry, ResolvedRecord } from "#pipeline/core/resolution.ts";
import { seriesAttributes } from "#schemas/codelists/attributes.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import { type AgreementExamples, collectAgreementExamples } from "./agreement-examples.ts";

/** A record that is led by one statement and completed by another. */
export interface LeadExample {
  readonly table: string;
  readonly row: ResolvedRecord["row"];
  readonly statements: readonly (Pick<PublishedRow<"claims">, "source_id" | "evidence" | "certainty"> & {
    readonly isHeard: boolean;
  })[];
}

/** Two records of a value that changes over time: same actor and attribute, another time. */
export type SeriesExample = readonly PublishedRow<"actor_profile">[];

export interface DisagreementExample {
  readonly row: PublishedRow<"disagreements">;
  readonly sides: readonly PublishedRow<"disagreement_sides">[];
}

/** Records of a release that the codebook shows; `null` if there is none of the kind. */
export interface Examples extends AgreementExamples {
  readonly lead: LeadExample | null;
  readonly series: SeriesExample | null;
  readonly disagreement: DisagreementExample | null;
}

/** Watches the entries of a release, and keeps the first example of each kind. */
export function collectExamples(sources: readonly PublishedRow<"source_provenance">[]) {
  const agreement = collectAgreementExamples(sources);
  const series = collectSeries();
  const disagreements = collectDisagreement();
  let lead: LeadExample | null = null;
  return {
    add: (entry: Entry) => {
      if (entry.table === "disagreement_sides") disagreements.addSide(entry.row);
      if (entry.table === "disagreements") disagreements.add(entry.row);
      if (entry.columns === undefined) return;
      agreement.add(entry);
      if (entry.table === "actor_profile") series.add(entry.row);
      lead ??= leadExample(entry);
    },
    examples: (): Examples => ({
      ...agreement.examples(),
      lead,
      series: series.example(),
      disagreement: disagreements.example(),
    }),
  };
}

function leadExample({ table, row, statements, silentSources }: ResolvedRecord): LeadExample | null {
  if (row.columns_from_others === null || !("description" in row)) return null;
  const spoken = statements.map(({ sourceId, evidence, values: { certainty } }) => ({
    source_id: sourceId,
    evidence,
    certainty,
    isHeard: !silentSources.has(sourceId),
  }));
  return { table, row, statements: spoken };
}

function collectSeries() {
  const first = new Map<string, PublishedRow<"actor_profile">>();
  let found: SeriesExample | null = null;
  return {
    example: () => found,
    add: (row: PublishedRow<ResolvedRecord["table"]>) => {
      if (found !== null || !("attribute" in row) || !seriesAttributes.includes(row.attribute)) return;
      const { actor_id, attribute, value, unit, related_actor_id, place_id } = row;
      const key = [actor_id, attribute, value, unit, related_actor_id, place_id].join("\n");
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else if (timeOf(earlier) !== timeOf(row)) found = [earlier, row];
    },
  };
}

const timeOf = ({ date, lead_source_id }: PublishedRow<"actor_profile">) => date ?? lead_source_id;

function collectDisagreement() {
  let sides: PublishedRow<"disagreement_sides">[] = [];
  let row: PublishedRow<"disagreements"> | null = null;
  const hasTwoSources = () => new Set(sides.map(({ source_id }) => source_id)).size > 1;
  return {
    example: (): DisagreementExample | null => (row === null ? null : { row, sides }),
    /** The sides of one disagreement come one after the other, before all disagreements. */
    addSide: (side: PublishedRow<"disagreement_sides">) => {
      const isSame = sides.at(-1)?.disagreement_id === side.disagreement_id;
      if (isSame) sides.push(side);
      else if (!hasTwoSources()) sides = [side];
    },
    add: (candidate: PublishedRow<"disagreements">) => {
      if (hasTwoSources() && candidate.disagreement_id === sides[0]?.disagreement_id) row = candidate;
    },
  };
}
