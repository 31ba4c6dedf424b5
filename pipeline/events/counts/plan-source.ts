import { groupBy } from "#pipeline/core/group-by.ts";
import type { AliasRow } from "#pipeline/events/aliases.ts";
import type { CountQuery, EventKind } from "#schemas/events/count-queries.ts";
import { kindsCounted } from "./choose-query.ts";
import type { Claim } from "./claim.ts";
import type { ClaimArea } from "./claim-area.ts";
import type { ClaimWindow } from "./claim-window.ts";
import type { UncountableIn } from "./uncountable.ts";

/** The newest edition of a source, with what counts of it and of the editions that it is a part of. */
export interface CountedEdition {
  readonly event_source: string;
  readonly event_edition: string;
  /** Of the file; if there are several, of the sorted list of their hashes, one a line. */
  readonly sha256: string;
  /** In one sentence: which events the source has. */
  readonly inclusion_rule: string;
  /** ISO days of the first and the last event. */
  readonly first_day: string;
  readonly last_day: string;
  readonly kinds: readonly EventKind[];
}

/** What is asked of one source about one claim, or why it cannot be asked. */
export interface SourcePlan {
  readonly edition: CountedEdition;
  readonly reason: UncountableIn | null;
  /** The days of the window that the edition covers, if it does not cover all of them. */
  readonly covered: { readonly first: string; readonly last: string } | null;
  /** Kinds of the query's declared definition that the source has no events of. */
  readonly missingKinds: readonly EventKind[];
  /** The families of the claim's actor and of its second actor; none if it has no second one. */
  readonly families: readonly string[];
  readonly relatedFamilies: readonly string[];
}

/** The families that a source's names for an actor in an area belong to; none if the source has no known name for it. */
export type FamilyFinder = (source: string, actor: string, area: ClaimArea) => readonly string[];

export function familyFinder(aliases: readonly AliasRow[]): FamilyFinder {
  const names = groupBy(aliases, ({ event_source: source, actor_id: actor }) => `${source} ${actor}`);
  return (source, actor, area) => {
    const inArea = (names.get(`${source} ${actor}`) ?? []).filter(
      ({ iso3 }) => iso3 === null || area.kind === "world" || iso3 === area.iso3,
    );
    return [...new Set(inArea.map(({ family_id: family }) => family))];
  };
}

interface Asked {
  readonly claim: Claim;
  readonly query: CountQuery;
  readonly area: ClaimArea;
  readonly window: ClaimWindow;
}

export function planSource(asked: Asked, edition: CountedEdition, familiesOf: FamilyFinder): SourcePlan {
  const { actor_id: actor, related_actor_id: related } = asked.claim.row;
  const kinds = kindsCounted(asked.query, asked.claim, "declared");
  const plan = {
    edition,
    covered: coveredDays(asked.window, edition),
    missingKinds: kinds.filter((kind) => !edition.kinds.includes(kind)),
    families: familiesOf(edition.event_source, actor, asked.area),
    relatedFamilies: related === null ? [] : familiesOf(edition.event_source, related, asked.area),
  };
  const unnamed = [
    ...(plan.families.length === 0 ? [actor] : []),
    ...(related !== null && plan.relatedFamilies.length === 0 ? [related] : []),
  ];
  return { ...plan, reason: reasonIn(plan, { kinds, unnamed }) };
}

function reasonIn(
  { edition, covered, missingKinds }: Pick<SourcePlan, "edition" | "covered" | "missingKinds">,
  { kinds, unnamed }: { readonly kinds: readonly EventKind[]; readonly unnamed: readonly string[] },
): UncountableIn | null {
  if (missingKinds.length === kinds.length) return { code: "no-such-kind", kinds };
  if (covered !== null && covered.first > covered.last)
    return { code: "outside-edition", first: edition.first_day, last: edition.last_day };
  return unnamed.length > 0 ? { code: "no-alias", actors: unnamed } : null;
}

/** The days that both have, as ISO days; the first is after the last if they share none. `null` if it is the whole window. */
function coveredDays({ first, last }: ClaimWindow, edition: CountedEdition): SourcePlan["covered"] {
  if (edition.first_day <= first && edition.last_day >= last) return null;
  return {
    first: edition.first_day > first ? edition.first_day : first,
    last: edition.last_day < last ? edition.last_day : last,
  };
}
