import { labelIn } from "#schemas/codelist.ts";
import { eventKind } from "#schemas/codelists/event-data.ts";

/** `armed clash or remote violence` */
export const kindsInWords = (kinds: readonly string[]): string =>
  kinds.map((kind) => labelIn(eventKind, kind).toLowerCase()).join(" or ");

/** Why a claim cannot be counted at all. */
export type Uncountable =
  | { readonly code: "no-amount" }
  | { readonly code: "other-unit"; readonly unit: string | null; readonly expected: string }
  | { readonly code: "needs-place"; readonly needed: "place" | "country" }
  | { readonly code: "no-area"; readonly place: string; readonly kind: string }
  | { readonly code: "open-date"; readonly date: string }
  | { readonly code: "no-time" };

/** Why a claim cannot be counted in one source, though it might in another. */
export type UncountableIn =
  | { readonly code: "no-alias"; readonly actors: readonly string[] }
  | { readonly code: "no-such-kind"; readonly kinds: readonly string[] }
  | { readonly code: "outside-edition"; readonly first: string; readonly last: string }
  | { readonly code: "nothing-to-share" };

/** What is wrong, and what would make it possible to count. */
export function formatUncountable(reason: Uncountable): string {
  switch (reason.code) {
    case "no-amount":
      return "The claim gives no number.";
    case "other-unit":
      return `The unit of the claim is ${reason.unit ?? "not given"}; the query counts ${reason.expected}.`;
    case "needs-place":
      return `The claim names no ${reason.needed}, so that it is not known where to count.`;
    case "no-area":
      return `The place of the claim, ${reason.place} (${reason.kind}), is neither a country nor a first-level unit. Its borders are not guessed.`;
    case "open-date":
      return `The date of the claim, ${reason.date}, has an open end.`;
    case "no-time":
      return "The claim has no date, and as_of of its record has no last day.";
    default:
      return reason satisfies never;
  }
}

export function formatUncountableIn(reason: UncountableIn): string {
  switch (reason.code) {
    case "no-alias":
      return `raw/coded/actor_aliases.csv lacks the name that this source uses there for ${reason.actors.join(" and ")}. Add a row for each name.`;
    case "no-such-kind":
      return `This source has no events of the kind ${kindsInWords(reason.kinds)}.`;
    case "outside-edition":
      return `This edition has events from ${reason.first} to ${reason.last}, and none of them is in the window.`;
    case "nothing-to-share":
      return "There are no events that it could be a share of.";
    default:
      return reason satisfies never;
  }
}
