import { admin1Keys } from "#pipeline/events/admin1-key.ts";
import type { CountQuery } from "#schemas/events/count-queries.ts";
import type { Claim } from "./claim.ts";
import type { Uncountable } from "./uncountable.ts";

/** Where the events of a claim are looked for. */
export type ClaimArea =
  | { readonly kind: "world" }
  | { readonly kind: "country"; readonly iso3: string; readonly name: string }
  | { readonly kind: "unit"; readonly iso3: string; readonly key: string; readonly name: string };

/** The key of a unit that the list of P-codes lacks. */
const keyOfUnlisted = admin1Keys([]);

/**
 * The area of a claim: a country or a first-level unit as a whole. What spans several, or is a part of one, has borders
 * that no event table has, and they are not guessed. Without a place it is the world, if the query can do with that.
 */
export function areaOf({ place }: Claim, { needsPlace }: CountQuery): ClaimArea | Uncountable {
  if (place === null)
    return needsPlace === "no"
      ? { kind: "world" }
      : { code: "needs-place", needed: needsPlace === "yes" ? "place" : "country" };
  const { kind, name, iso3, admin1, admin1_pcode: pcode } = place;
  const key = pcode ?? keyOfUnlisted(iso3, admin1);
  if (kind === "country" && iso3 !== null) return { kind: "country", iso3, name };
  if (kind === "region" && iso3 !== null && key !== null)
    return needsPlace === "country" ? { code: "needs-place", needed: "country" } : { kind: "unit", iso3, key, name };
  return { code: "no-area", place: name, kind };
}

/** As it is published: a country code, a P-code, or `world`. */
export function areaCode(area: ClaimArea): string {
  if (area.kind === "world") return "world";
  return area.kind === "country" ? area.iso3 : area.key;
}

/** `Mali (MLI)`. */
export const formatArea = (area: ClaimArea): string =>
  area.kind === "world"
    ? 'the world, because the claim names no place. The definition "any actor" is left out: it would count every event there is.'
    : `${area.name} (${areaCode(area)})`;
