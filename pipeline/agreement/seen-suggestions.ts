import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";

/**
 * What a reader of the figures must know if suggestions for the document were shown, at these times: codings that saw the
 * same suggestions agree for another reason. Coders whose had_seen does not speak of suggestions are named. No lines if
 * none were shown.
 */
export function formatSeenSuggestions(
  { sourceId, coders }: Pick<SourceAgreement, "sourceId" | "coders">,
  times: readonly string[],
): string[] {
  if (times.length === 0) return [];
  const silent = coders.filter(({ hadSeen }) => !/suggest/iu.test(hadSeen)).map(({ coderId }) => coderId);
  const asked =
    silent.length === 0
      ? []
      : [
          `had_seen in coders.csv does not say whether ${silent.join(" and ")} saw them. Write it there: codings that saw the same suggestions agree for another reason.`,
        ];
  return [`Suggestions for ${sourceId} were shown ${times.join(", and ")}.`, ...asked];
}
