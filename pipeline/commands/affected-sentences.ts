/**
 * The cited sentences that a changed document would move or remove; `null` because it is not looked at yet. It needs the
 * document taken in anew, which `documents add --again` does.
 */
export const affectedSentences = (_document: Uint8Array): readonly string[] | null => null;
