import type { RawInput } from "#pipeline/core/raw-input.ts";
import { type Citation, findCitations } from "./citations.ts";
import { sealOf } from "./record-hash.ts";

/** Every cell of the coded tables and of the second codings that cites sentences. */
export const allCitations = ({ coded, second }: Pick<RawInput, "coded" | "second">): Citation[] => [
  ...coded.flatMap(findCitations),
  ...second.flatMap((folder) => {
    const seal = sealOf(coded, folder);
    return folder.files.flatMap(findCitations).map((citation) => ({ ...citation, seal }));
  }),
];
