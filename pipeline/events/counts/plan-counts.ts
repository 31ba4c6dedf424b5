import type { AliasRow } from "#pipeline/events/aliases.ts";
import type { CountQuery } from "#schemas/events/count-queries.ts";
import { queryFor } from "./choose-query.ts";
import type { Claim } from "./claim.ts";
import { areaOf, type ClaimArea } from "./claim-area.ts";
import { type ClaimWindow, windowOf } from "./claim-window.ts";
import { type CountedEdition, type FamilyFinder, familyFinder, planSource, type SourcePlan } from "./plan-source.ts";
import type { Uncountable } from "./uncountable.ts";

/** How a claim is counted. */
export interface ClaimPlan {
  readonly claim: Claim;
  readonly query: CountQuery;
  readonly area: ClaimArea | null;
  readonly window: ClaimWindow | null;
  readonly reason: Uncountable | null;
  /** None if the claim cannot be counted. */
  readonly sources: readonly SourcePlan[];
}

export interface CountInput {
  readonly claims: readonly Claim[];
  readonly editions: readonly CountedEdition[];
  readonly aliases: readonly AliasRow[];
}

/** The plan for each claim that a query counts, in their order. */
export function planCounts({ claims, editions, aliases }: CountInput): readonly ClaimPlan[] {
  const familiesOf = familyFinder(aliases);
  return claims.flatMap((claim) => {
    const query = queryFor(claim);
    return query === null ? [] : [planClaim(claim, query, { editions, familiesOf })];
  });
}

interface Known {
  readonly editions: readonly CountedEdition[];
  readonly familiesOf: FamilyFinder;
}

function planClaim(claim: Claim, query: CountQuery, known: Known): ClaimPlan {
  const { unit, amount_low, amount_best, amount_high } = claim.row;
  const area = areaOf(claim, query);
  const window = windowOf(claim);
  const plan = {
    claim,
    query,
    area: "code" in area ? null : area,
    window: "code" in window ? null : window,
    sources: [],
  };
  if (amount_low === null && amount_best === null && amount_high === null)
    return { ...plan, reason: { code: "no-amount" } };
  if (unit !== query.unit) return { ...plan, reason: { code: "other-unit", unit, expected: query.unit } };
  if ("code" in area) return { ...plan, reason: area };
  if ("code" in window) return { ...plan, reason: window };
  const sources = known.editions.map((edition) =>
    planSource({ claim, query, area, window }, edition, known.familiesOf),
  );
  return { ...plan, reason: null, sources };
}
